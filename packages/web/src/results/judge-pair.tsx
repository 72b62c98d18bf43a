// The two answers about a pair, each with its reason; before a merge, each level's count as it is and as it would be.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormattedMessage } from "react-intl";
import {
  keepApart,
  type MergeLevel,
  mergePersons,
  mergePreview,
  type SamePair,
} from "../api/same-persons.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { Form, Refusal, TextField } from "../form/fields.tsx";
import { Levels } from "./what-counts.tsx";

interface ReasonFormProps {
  readonly kind: "merge" | "apart" | "split";
  readonly send: (reason: string) => Promise<unknown>;
  /** What is to be seen before; shown, and read, once the form is opened. */
  readonly before?: () => ReactNode;
}

export function ReasonForm({ kind, send, before }: ReasonFormProps) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const sending = useMutation({
    mutationFn: () => send(reason),
    onSuccess: () =>
      Promise.all(
        ["same persons", "standings", "facts"].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} data-judge={kind}>
      <summary>
        <FormattedMessage id={`same.${kind}`} />
      </summary>
      {isOpen && (
        <>
          {before?.() ?? (
            <p className="muted">
              <FormattedMessage id={kind === "apart" ? "same.apartLead" : "same.splitLead"} />
            </p>
          )}
          <Form
            onSend={() => sending.mutate()}
            isSending={sending.isPending}
            error={sending.error}
            action={<FormattedMessage id={`same.${kind}Action`} />}
          >
            <TextField
              label={<FormattedMessage id="results.reason" />}
              why={<FormattedMessage id="same.reasonWhy" />}
              isNeeded
              least={3}
              most={500}
              value={reason}
              onChange={setReason}
            />
          </Form>
        </>
      )}
    </details>
  );
}

export function ApartForm({ pair }: { pair: SamePair }) {
  const { one, other } = pair;
  return (
    <ReasonForm kind="apart" send={(reason) => keepApart(one.subject, { from: other.subject, reason })} />
  );
}

/** The one with fewer results comes under the other; who has as many, the second. */
export function MergeForm({ pair }: { pair: SamePair }) {
  const isFirst = pair.one.results < pair.other.results;
  const [from, into] = isFirst ? [pair.one, pair.other] : [pair.other, pair.one];
  return (
    <ReasonForm
      kind="merge"
      send={(reason) => mergePersons(from.subject, { into: into.subject, reason })}
      before={() => <WhatChanges from={from.subject} into={into.subject} isFirst={isFirst} />}
    />
  );
}

function WhatChanges({ from, into, isFirst }: { from: string; into: string; isFirst: boolean }) {
  const { data, error } = useQuery(mergePreview(from, into));
  const letters = isFirst ? { from: "A", into: "B" } : { from: "B", into: "A" };
  const changed = data?.levels.filter(({ before, after }) => before !== after) ?? [];
  const same = data?.levels.filter(({ before, after }) => before === after) ?? [];
  return (
    <div aria-live="polite" aria-busy={!data && !error}>
      <p>
        <FormattedMessage id="same.mergeLead" values={letters} />
      </p>
      <Refusal error={error} />
      {!data && !error && (
        <p className="muted">
          <FormattedMessage id="shell.waiting" />
        </p>
      )}
      {data && changed.length === 0 && (
        <p>
          <strong>
            <FormattedMessage id="same.noChange" />
          </strong>
        </p>
      )}
      {changed.length > 0 && <ByIndicator levels={changed} title="same.changes" />}
      {same.length > 0 && <ByIndicator levels={same} title="same.stays" />}
    </div>
  );
}

interface ByIndicatorProps {
  readonly levels: readonly MergeLevel[];
  readonly title: "same.changes" | "same.stays";
}

function ByIndicator({ levels, title }: ByIndicatorProps) {
  const words = useVocabulary(useShownSpace());
  return [...new Set(levels.map(({ indicator }) => indicator))].map((indicator) => (
    <Levels
      key={indicator}
      levels={levels.filter((level) => level.indicator === indicator)}
      title={
        <>
          <FormattedMessage id={title} /> · {words.indicator(indicator)}
        </>
      }
    />
  ));
}
