// Under which promise: the agreement by its name or reference, then one of its commitments that counts something.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { Title } from "../agreements/agreement-words.tsx";
import { agreementCommitments, agreements, type Commitment, indicators } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name, useLabel } from "../language/figures.tsx";
import { Chosen, SearchField, useSearchText } from "./search-field.tsx";

interface ChooseCommitmentProps {
  readonly space: Space;
  readonly onChoose: (commitment: string) => void;
}

export function ChooseCommitment({ space, onChoose }: ChooseCommitmentProps) {
  const [agreement, setAgreement] = useState<string | null>(null);
  if (agreement === null) return <ChooseAgreement space={space} onChoose={setAgreement} />;
  return (
    <div className="ask-form">
      <Chosen label={<FormattedMessage id="results.agreement" />} onClear={() => setAgreement(null)}>
        <Name>{agreement}</Name>
      </Chosen>
      <Commitments agreement={agreement} onChoose={onChoose} />
    </div>
  );
}

interface ChooseAgreementProps {
  readonly space: Space;
  readonly onChoose: (reference: string) => void;
}

/** An agreement by a word of its title, or its reference. */
export function ChooseAgreement({ space, onChoose }: ChooseAgreementProps) {
  const { text, setText, asked, isBehind } = useSearchText();
  const asking = { ...agreements({ space, text: asked, limit: 8 }), enabled: asked.length > 1 };
  const { data, isFetching } = useQuery(asking);
  return (
    <div className="ask-form">
      <SearchField
        label={<FormattedMessage id="results.agreement" />}
        why={<FormattedMessage id="results.agreementWhy" />}
        text={text}
        onText={setText}
        isBusy={isBehind || isFetching}
        onChoose={onChoose}
        hits={(data?.agreements ?? []).map((one) => ({
          key: one.reference,
          words: <Title of={one} />,
          note: <Name>{one.reference}</Name>,
        }))}
      />
    </div>
  );
}

function Commitments({ agreement, onChoose }: { agreement: string; onChoose: (commitment: string) => void }) {
  const label = useLabel();
  const { data, error, refetch } = useQuery(agreementCommitments(agreement, {}));
  const { data: known } = useQuery(indicators());
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !known) return <Waiting lines={3} />;
  const counted = data.commitments.filter((one) => countedIndicator(one, known) !== undefined);
  if (counted.length === 0) {
    return (
      <p>
        <FormattedMessage id="results.nothingCounted" />
      </p>
    );
  }
  return (
    <fieldset className="choices">
      <legend>
        <FormattedMessage id="results.commitment" />
      </legend>
      {counted.map((one) => (
        <button key={one.reference} type="button" className="choice" onClick={() => onChoose(one.reference)}>
          <strong>{one.indicator && label(one.indicator.label)}</strong>
          <span className="small muted">
            <Name>{one.reference}</Name> · <Name>{one.wording}</Name>
          </span>
        </button>
      ))}
    </fieldset>
  );
}

interface KnownIndicator {
  readonly code: string;
  readonly aliases: readonly string[];
  readonly nature: string;
  readonly subject: "person" | "thing" | "none";
  readonly recordedIn: string;
}

/** The indicator that results of the commitment are recorded for, if any can be. */
export function countedIndicator<Known extends KnownIndicator>(
  { indicator, state }: Pick<Commitment, "indicator" | "state">,
  known: readonly Known[],
): Known | undefined {
  if (indicator === null || indicator.state !== "defined" || state === "withdrawn") return undefined;
  return known.find(
    (one) =>
      (one.code === indicator.code || one.aliases.includes(indicator.code)) &&
      one.nature === "flow" &&
      one.subject !== "none" &&
      one.recordedIn === "results",
  );
}
