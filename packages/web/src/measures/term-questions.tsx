import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { contractTypes, type Measure } from "../api/measures.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import type { FormState } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import { TermVersions } from "./term-versions.tsx";
import { useTermName, useTermValue } from "./term-words.ts";
import { counted, readValue, unitsOf } from "./terms.ts";

export type TermName = "term" | "setting" | "unit" | "value" | "currency" | "from" | "source" | "confidence";
export type TermTexts = Readonly<Record<TermName, string>>;
export const confidences = ["official_text", "secondary_source", "unverified"] as const;
/** Chosen for a term that no measure has yet. */
export const anotherTerm = "another";

interface TermQuestionsProps {
  readonly form: FormState<TermName>;
  readonly measure: Measure;
  readonly all: readonly Measure[];
}

/** Which term, its value in its unit, from which day, and which text sets it. */
export function TermQuestions({ form, measure, all }: TermQuestionsProps) {
  const { values } = form;
  const isNew = values.term === anotherTerm;
  const unit = (isNew ? undefined : unitsOf(all).get(values.term)) ?? values.unit;
  const versions = measure.settings.filter(({ setting }) => setting === values.term);
  return (
    <>
      <AskTerm form={form} measure={measure} all={all} />
      {versions.length > 0 && <TermVersions versions={versions} />}
      {isNew && <NewTermQuestions form={form} />}
      {unit !== "" && <ValueQuestions form={form} unit={unit} />}
      <AskText
        form={form}
        name="from"
        type="date"
        isNeeded
        label="measureForm.from"
        why="measureForm.from.why"
      />
      <AskText form={form} name="source" isNeeded label="measureForm.source" why="measureForm.source.why" />
      <AskChoice
        form={form}
        name="confidence"
        isNeeded
        label="measureForm.confidence"
        options={confidences.map((value) => ({ value, id: `measures.confidence.${value}` }))}
      />
    </>
  );
}

/** The terms of this measure first, then those that other measures have. */
function AskTerm({ form, measure, all }: TermQuestionsProps) {
  const intl = useIntl();
  const nameOf = useTermName();
  const own = new Set(measure.settings.map(({ setting }) => setting));
  const named = (codes: Iterable<string>) =>
    [...codes]
      .map((value) => ({ value, words: nameOf(value) }))
      .toSorted((a, b) => a.words.localeCompare(b.words, intl.locale));
  const others = [...unitsOf(all).keys()].filter((setting) => !own.has(setting));
  return (
    <AskChoice
      form={form}
      name="term"
      isNeeded
      label="measureForm.term"
      options={[
        ...named(own),
        ...named(others),
        { value: anotherTerm, words: intl.formatMessage({ id: "measureForm.another" }) },
      ]}
    />
  );
}

const units = ["money", ...counted, "boolean", "contract_type"];

function NewTermQuestions({ form }: { form: FormState<TermName> }) {
  return (
    <>
      <AskText
        form={form}
        name="setting"
        isNeeded
        direction="ltr"
        label="measureForm.setting"
        why="measureForm.setting.why"
      />
      <AskChoice
        form={form}
        name="unit"
        isNeeded
        label="measureForm.unit"
        options={units.map((value) => ({ value, id: `measures.unit.${value}` }))}
      />
    </>
  );
}

interface ValueQuestionsProps {
  readonly form: FormState<TermName>;
  readonly unit: string;
}

/** A number is written, and said back as it is understood; a yes or no, or a contract, is chosen. */
function ValueQuestions({ form, unit }: ValueQuestionsProps) {
  const label = useLabel();
  const { data: contracts = [] } = useQuery(contractTypes());
  if (unit === "boolean" || unit === "contract_type") {
    const options =
      unit === "boolean"
        ? ["true", "false"].map((value) => ({ value, id: `measures.value.${value}` }))
        : contracts.map(({ code, label: words }) => ({ value: code, words: label(words) }));
    return <AskChoice form={form} name="value" isNeeded label="measureForm.value" options={options} />;
  }
  return (
    <>
      <div>
        <AskText
          form={form}
          name="value"
          isNeeded
          direction="ltr"
          label={
            <FormattedMessage
              id="measureForm.valueIn"
              values={{ unit: <FormattedMessage id={`measures.unit.${unit}`} /> }}
            />
          }
        />
        <ReadAs form={form} unit={unit} />
      </div>
      {unit === "money" && (
        <AskText
          form={form}
          name="currency"
          isNeeded
          direction="ltr"
          label="moneyForm.currency"
          why="moneyForm.currency.why"
        />
      )}
    </>
  );
}

function ReadAs({ form, unit }: ValueQuestionsProps) {
  const say = useTermValue();
  const currency = form.values.currency.trim().toUpperCase();
  const value = readValue(form.values.value, unit, currency);
  const isSayable = value !== null && (unit !== "money" || /^[A-Z]{3}$/u.test(currency));
  return (
    <p className="small term-read-as" aria-live="polite">
      {isSayable && (
        <FormattedMessage
          id="moneyForm.readAs"
          values={{ amount: <bdi>{say({ value, unit, currency })}</bdi> }}
        />
      )}
    </p>
  );
}
