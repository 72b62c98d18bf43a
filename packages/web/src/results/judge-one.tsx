// One result with its evidence beside it: verified, or sent back to who entered it with the reason.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { returnResults, verifyResult, type WaitingResult } from "../api/results.ts";
import { FactEntries } from "../drawer/fact-entries.tsx";
import { EvidenceBeside } from "./evidence-beside.tsx";
import { type Judgement, ReturnForm, VerifyForm } from "./judge-form.tsx";
import { ResultTold } from "./result-told.tsx";
import { EvidenceTold } from "./waiting-columns.tsx";

interface JudgeOneProps {
  readonly result: WaitingResult;
  readonly onClose: () => void;
  /** It is judged: the list goes on to the next. */
  readonly onJudged: () => void;
}

export function JudgeOne({ result, onClose, onJudged }: JudgeOneProps) {
  const client = useQueryClient();
  const onSuccess = async () => {
    onJudged();
    await client.invalidateQueries({ queryKey: ["waiting"] });
    await client.invalidateQueries({ queryKey: ["standings"], refetchType: "none" });
  };
  const verifying = useMutation({
    mutationFn: ({ evidence, matchedWith }: Judgement) =>
      verifyResult(result.id, { evidence, ...(matchedWith && { matchedWith }) }),
    onSuccess,
  });
  const returning = useMutation({
    mutationFn: (reason: string) => returnResults({ facts: [result.id], reason }),
    onSuccess,
  });
  const isSending = verifying.isPending || returning.isPending;
  return (
    <section className="judge-one answer" aria-live="polite">
      <header className="judge-head">
        <ResultTold result={result} />
        <button type="button" className="button" onClick={onClose}>
          <FormattedMessage id="drawer.close" />
        </button>
      </header>
      {result.hasFile ? <EvidenceBeside fact={result.id} /> : <NoFile result={result} />}
      {result.own ? (
        <p className="attention">
          <FormattedMessage id="results.ownWhy" />
        </p>
      ) : (
        <>
          <VerifyForm
            proofLevel={result.proofLevel}
            isSending={isSending}
            error={verifying.error}
            action={<FormattedMessage id="results.verify" />}
            onSend={(judgement) => verifying.mutate(judgement)}
          />
          <ReturnForm
            isSending={isSending}
            error={returning.error}
            action={<FormattedMessage id="results.sendBack" />}
            onSend={(reason) => returning.mutate(reason)}
          />
        </>
      )}
      <FactEntries id={result.id} />
    </section>
  );
}

function NoFile({ result }: { result: WaitingResult }) {
  return (
    <p>
      <FormattedMessage id="results.noFile" /> <EvidenceTold row={result} />
    </p>
  );
}
