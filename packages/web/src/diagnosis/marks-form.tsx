// The marks of one who marks: a number for each merged finding on each criterion.
import { FormattedMessage, useIntl } from "react-intl";
import { type Diagnosis, markFindings } from "../api/diagnoses.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { AddForm } from "../form/add-form.tsx";
import type { Fault } from "../form/check-body.ts";
import { ChoiceField } from "../form/fields.tsx";
import { needed } from "../form/needed.ts";
import { orNull, wholeNumber } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { useCriterionName } from "./marks-table.tsx";
import { mergedMark, useWords } from "./say.tsx";
import { useReadAnew } from "./use-after.ts";

interface MarksFormProps {
  readonly diagnosis: Diagnosis;
  readonly ranking: NonNullable<Diagnosis["ranking"]>;
}

const cellOf = (merged: number, criterion: number) => `mark ${merged} ${criterion}`;

export function MarksForm({ diagnosis, ranking }: MarksFormProps) {
  const intl = useIntl();
  const { reference, merged } = diagnosis;
  const anew = useReadAnew(reference);
  const cells = merged.flatMap((one) =>
    ranking.criteria.map(({ number, most }) => ({ merged: one.number, criterion: number, most })),
  );
  const nothing = Object.fromEntries(cells.map((one) => [cellOf(one.merged, one.criterion), ""]));
  const form = useForm<string, unknown>({
    name: `diagnosis marks ${reference} ${cells.length}`,
    recorded: { texts: { by: "", ...nothing }, revision: null },
    check: (values) => ({ ...needed(values, "by"), ...faultsOf(values, cells) }),
    save: ({ by = "", ...values }) => {
      const [kind, who = ""] = by.split(/:(.*)/su);
      return markFindings(reference, {
        actor: kind === "actor" ? orNull(who) : null,
        workshop: kind === "workshop" ? wholeNumber(who) : null,
        marks: cells.map(({ merged: of, criterion }) => ({
          ...{ merged: of, criterion, mark: wholeNumber(values[cellOf(of, criterion)] ?? "") ?? 0 },
        })),
      });
    },
    onSaved: () => {
      form.startAgain();
      void anew();
    },
  });
  const choices = useWhoMarks(diagnosis);
  /** What she marked before stands there again. */
  const choose = (by: string) => {
    const marker = ranking.markers.find(({ actor, workshop }) =>
      [`actor:${actor}`, `workshop:${workshop}`].includes(by),
    );
    const given = ranking.marks.filter((one) => one.by === marker?.key);
    const texts = given.map((one) => [cellOf(one.merged, one.criterion), String(one.mark)]);
    form.setAll({ by, ...nothing, ...Object.fromEntries(texts) });
  };
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "diagnosis.mark" })}>
      <ChoiceField
        label={<FormattedMessage id="diagnosis.form.by" />}
        why={<FormattedMessage id="diagnosis.form.by.why" />}
        value={form.values.by ?? ""}
        onChange={choose}
        onLeave={() => form.leave("by")}
        {...(form.faultOf("by") !== undefined && { fault: form.faultOf("by") ?? "" })}
        isNeeded
        none={intl.formatMessage({ id: "form.choose" })}
        options={choices}
      />
      <Grid form={form} diagnosis={diagnosis} ranking={ranking} />
    </AddForm>
  );
}

/** The people of a workshop that was held, or an actor for itself. */
function useWhoMarks({ workshops, actors, space }: Diagnosis) {
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  return [
    ...workshops
      .filter(({ heldOn }) => heldOn !== null)
      .map(({ number, title }) => ({
        value: `workshop:${number}`,
        words: `${intl.formatMessage({ id: "diagnosis.workshopNumber" }, { number })} ${title}`,
      })),
    ...actors.map(({ organisation }) => ({
      ...{ value: `actor:${organisation.reference}`, words: nameOf(organisation) },
    })),
  ];
}

interface Cell {
  readonly merged: number;
  readonly criterion: number;
  readonly most: number | null;
}

function faultsOf(values: Readonly<Record<string, string>>, cells: readonly Cell[]) {
  const wrong = cells.flatMap(({ merged, criterion, most }): [string, Fault][] => {
    const name = cellOf(merged, criterion);
    const mark = wholeNumber(values[name] ?? "");
    if (mark === null) return [[name, { id: "form.fault.needed" }]];
    if (most !== null && mark > most) return [[name, { id: "form.fault.most", values: { most } }]];
    return [];
  });
  return Object.fromEntries(wrong);
}

function Grid({ form, diagnosis, ranking }: MarksFormProps & { form: FormState<string> }) {
  const criterionName = useCriterionName();
  const wordsOf = useWords();
  return (
    <div className="marks-grid">
      {diagnosis.merged.map((one) => (
        <fieldset key={one.number} className="seat">
          <legend>
            <span className="muted">
              <Name>{mergedMark(one.number)}</Name>
            </span>{" "}
            <Name>{wordsOf(one)}</Name>
          </legend>
          {ranking.criteria.map((criterion) => {
            const name = cellOf(one.number, criterion.number);
            const fault = form.faultOf(name);
            return (
              <label key={name} className="mark-line">
                <span>
                  <Name>{criterionName(criterion)}</Name>
                  {criterion.most !== null && (
                    <span className="small muted">
                      {" "}
                      <FormattedMessage id="diagnosis.upTo" values={{ most: criterion.most }} />
                    </span>
                  )}
                </span>
                <input
                  className="field"
                  inputMode="numeric"
                  dir="ltr"
                  autoComplete="off"
                  maxLength={6}
                  aria-invalid={fault ? true : undefined}
                  value={form.values[name] ?? ""}
                  onBlur={() => form.leave(name)}
                  onChange={({ target }) => form.set(name, target.value)}
                />
                {fault && <span className="field-fault">{fault}</span>}
              </label>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
