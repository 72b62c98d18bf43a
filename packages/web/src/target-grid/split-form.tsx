import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../api/client.ts";
import type { Commitment } from "../api/read.ts";
import { commitmentQuery } from "../commitments/read-commitment.ts";
import { Refusal } from "../form/fields.tsx";
import { Restored, useAskBeforeLeaving } from "../form/form-shell.tsx";
import { MeanwhileChoice } from "../form/meanwhile.tsx";
import { Saved } from "../form/saved.tsx";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import type { Axis } from "./axes.ts";
import { Compare } from "./compare.tsx";
import { RestBar } from "./rest-bar.tsx";
import { cellsOf, partsOf, sumsOf } from "./split.ts";
import { TargetGrid } from "./target-grid.tsx";
import { useHistory } from "./use-history.ts";

export interface SplitFormProps {
  readonly commitment: Commitment;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly isAllowed: boolean;
}

interface Done {
  readonly final: boolean;
  readonly revision: number;
}

function useSplitForm({ commitment, rows, columns }: SplitFormProps, onDone: (done: Done) => void) {
  const client = useQueryClient();
  const asFinal = useRef(false);
  const recordedOf = (one: Commitment) => ({
    texts: cellsOf(one.breakdown.parts, rows, columns),
    revision: one.revision,
  });
  const form = useForm<string, Done>({
    name: `split ${commitment.reference} ${rows.name} ${columns.name}`,
    recorded: recordedOf(commitment),
    save: (cells, _changed, revision) =>
      given(
        api.POST("/api/v1/commitments/break-down", {
          body: {
            ...{ commitment: commitment.reference, revision, final: asFinal.current },
            parts: partsOf(cells, rows, columns, commitment.breakdown.parts),
          },
        }),
      ),
    readAgain: async () =>
      recordedOf(await client.fetchQuery({ ...commitmentQuery(commitment.reference), staleTime: 0 })),
    revisionOf: ({ revision }) => revision,
    onSaved: (done) => {
      onDone(done);
      void client.invalidateQueries();
    },
  });
  const save = async (final: boolean) => {
    asFinal.current = final;
    if (!form.isSending && form.meanwhile === null) await form.send();
  };
  return { form, save };
}

export function SplitForm(props: SplitFormProps) {
  const { commitment, rows, columns, isAllowed } = props;
  const intl = useIntl();
  const [done, setDone] = useState<Done | null>(null);
  const [refused, setRefused] = useState(0);
  const { form, save } = useSplitForm(props, setDone);
  useAskBeforeLeaving(form.isUnsaved);
  const latest = useRef({ values: form.values, save });
  latest.current = { values: form.values, save };
  const history = useHistory(() => latest.current.values, form.setAll);
  const target = commitment.versions.at(-1)?.quantity ?? null;
  const sums = sumsOf(form.values, rows, columns, target);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !["s", "Enter"].includes(event.key)) return;
    event.preventDefault();
    // what is just typed is taken into the grid first, and saved with the rest
    setTimeout(() => void latest.current.save(false));
  };
  const nameOf = (key: string) => {
    const [row, column] = key.split("|");
    const words = [rows, columns].map(
      (axis, at) => axis.entries.find(({ code }) => code === [row, column][at])?.words ?? "",
    );
    return <Name>{words.join(" · ")}</Name>;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys that save are heard wherever the hand is in the form
    <div className="split-form" onKeyDown={isAllowed ? onKeyDown : undefined}>
      <Restored form={form} />
      <RestBar
        {...{ target, sums, history, isAllowed }}
        isFinal={commitment.breakdown.final && !form.isChanged}
        isSending={form.isSending || form.meanwhile !== null}
        onSave={(final) => void save(final)}
      />
      <p role="status" className="small">
        {refused > 0 && <FormattedMessage id="split.refused" values={{ count: refused }} />}
      </p>
      {done && !form.isChanged && (
        <Saved key={done.revision}>
          <FormattedMessage id={done.final ? "split.savedFinal" : "split.savedDraft"} />
        </Saved>
      )}
      <MeanwhileChoice form={form} nameOf={nameOf} wordsOf={undefined} />
      <Refusal error={form.refusal} />
      <TargetGrid
        name={intl.formatMessage({ id: "commitmentForm.split" })}
        {...{ rows, columns, sums, history, onPasted: setRefused }}
        cells={form.values}
      />
      <Compare
        commitment={commitment}
        parts={partsOf(form.values, rows, columns, commitment.breakdown.parts)}
      />
    </div>
  );
}
