// Many results at once, with one level or one reason for all: in shares, so that a bar says how far it is.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { returnResults, verifyResults, type WaitingQuery, type WaitingResult } from "../api/results.ts";
import { Refusal } from "../form/fields.tsx";
import { everyWaiting, mostWaiting } from "./every-waiting.ts";
import { inShares, type Judged } from "./in-shares.ts";
import { ReturnForm, VerifyForm } from "./judge-form.tsx";

interface BulkJudgeProps {
  readonly asked: WaitingQuery;
  readonly rows: readonly WaitingResult[];
  readonly total: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

export function BulkJudge({ asked, rows, total, chosen, onChosen }: BulkJudgeProps) {
  const choosing = useMutation({
    mutationFn: async () => (total > rows.length ? await everyWaiting(asked) : rows),
    onSuccess: (all) => onChosen(new Set(all.filter(({ own }) => !own).map(({ id }) => id))),
  });
  const judging = useJudging(onChosen);
  const proofLevel = Math.max(2, ...rows.filter(({ id }) => chosen.has(id)).map((row) => row.proofLevel));
  const isBusy = judging.isPending || choosing.isPending;
  return (
    <div className="bulk not-printed">
      <p className="button-row">
        <button
          type="button"
          className="button small"
          disabled={isBusy || total === 0}
          onClick={() => choosing.mutate()}
        >
          <FormattedMessage id="results.chooseAll" values={{ total: Math.min(total, mostWaiting) }} />
        </button>
        {chosen.size > 0 && (
          <button type="button" className="plain-button small" onClick={() => onChosen(new Set())}>
            <FormattedMessage id="results.chooseNone" />
          </button>
        )}
        <span className="small" role="status">
          {chosen.size > 0 && <FormattedMessage id="results.chosen" values={{ count: chosen.size }} />}
          {choosing.isPending && <FormattedMessage id="shell.waiting" />}
        </span>
      </p>
      <Refusal error={choosing.error} />
      {chosen.size > 0 && !judging.isPending && (
        <div className="bulk-forms answer">
          <VerifyForm
            key={proofLevel}
            proofLevel={proofLevel}
            needsReason
            isSending={isBusy}
            error={null}
            action={<FormattedMessage id="results.verifyAll" values={{ count: chosen.size }} />}
            onSend={({ evidence, matchedWith, reason }) =>
              judging.mutate({ facts: [...chosen], evidence, matchedWith, reason })
            }
          />
          <ReturnForm
            isSending={isBusy}
            error={null}
            action={<FormattedMessage id="results.sendBackAll" values={{ count: chosen.size }} />}
            onSend={(reason) => judging.mutate({ facts: [...chosen], reason })}
          />
        </div>
      )}
      <Refusal error={judging.error} />
      {judging.isPending && <Progress {...judging.progress} />}
      {judging.data && <Outcome judged={judging.data} />}
    </div>
  );
}

interface Judging {
  readonly facts: readonly string[];
  /** Absent: they are sent back. */
  readonly evidence?: number;
  readonly matchedWith?: string;
  readonly reason: string;
}

function useJudging(onChosen: (chosen: ReadonlySet<string>) => void) {
  const client = useQueryClient();
  const [progress, setProgress] = useState({ done: 0, all: 0 });
  const judging = useMutation({
    mutationFn: ({ facts, evidence, matchedWith, reason }: Judging) =>
      inShares(
        facts,
        async (share) => {
          if (evidence === undefined) {
            const { returned, left } = await returnResults({ facts: share, reason });
            return { done: returned, left };
          }
          const match = { ...(matchedWith && { matchedWith }) };
          const { verified, left } = await verifyResults({ facts: share, evidence, reason, ...match });
          return { done: verified, left };
        },
        (done) => setProgress({ done, all: facts.length }),
      ),
    onSuccess: () => onChosen(new Set()),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["waiting"] }),
        client.invalidateQueries({ queryKey: ["standings"], refetchType: "none" }),
      ]),
  });
  return { ...judging, progress };
}

function Progress({ done, all }: { done: number; all: number }) {
  return (
    <p className="small" role="status">
      <label>
        <FormattedMessage id="results.judging" values={{ done, all }} />{" "}
        <progress value={done} max={Math.max(all, 1)} />
      </label>
    </p>
  );
}

function Outcome({ judged }: { judged: Judged }) {
  const { done, left } = judged;
  return (
    <div className="done" role="status">
      <p>
        <FormattedMessage id="results.judged" values={{ done }} />
      </p>
      {Object.entries(left).map(([why, count]) => (
        <p key={why} className="small">
          <FormattedMessage id={`results.left.${why}`} values={{ count }} />
        </p>
      ))}
    </div>
  );
}
