import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { indicators } from "../api/read.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import { useCatalogue } from "../form/catalogue.ts";
import type { FormState } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import { aggregationsOf, type ClassingName, natureOf, natures, subjectsOf } from "./classing.ts";

interface ClassingQuestionsProps<Name extends string> {
  readonly form: FormState<Name | ClassingName>;
}

/** Its code and unit, whose number it is, and how it is added up: only what is still open is asked. */
export function ClassingQuestions<Name extends string>({ form }: ClassingQuestionsProps<Name>) {
  const known = useCatalogue("unit");
  return (
    <>
      <AskText
        form={form}
        name="code"
        isNeeded
        direction="ltr"
        label="indicatorForm.code"
        why="indicatorForm.code.why"
      />
      <AskChoice form={form} name="unit" isNeeded label="indicatorForm.unit" options={known} />
      <CountingQuestions form={form} />
    </>
  );
}

function CountingQuestions<Name extends string>({ form }: ClassingQuestionsProps<Name>) {
  const intl = useIntl();
  const nature = natureOf(form.values);
  const subjects = subjectsOf(nature);
  const ways = aggregationsOf(nature, subjects.find((one) => one === form.values.subject) ?? subjects[0]);
  const words = (of: string, values: readonly string[]) =>
    values.map((value) => ({ value, words: intl.formatMessage({ id: `indicators.${of}.${value}` }) }));
  return (
    <>
      <AskChoice
        form={form}
        name="nature"
        isNeeded
        label="indicatorForm.nature"
        why="indicatorForm.nature.why"
        options={words("nature", natures)}
      />
      {subjects.length > 1 && (
        <AskChoice
          form={form}
          name="subject"
          isNeeded
          label="indicatorForm.subject"
          options={words("subject", subjects)}
        />
      )}
      {ways.length > 1 && (
        <AskChoice
          form={form}
          name="aggregation"
          isNeeded
          label="indicatorForm.aggregation"
          why="indicatorForm.aggregation.why"
          options={words("aggregation", ways)}
        />
      )}
      {nature === "ratio" && <PartsQuestions form={form} />}
    </>
  );
}

/** The two counts of a ratio. */
function PartsQuestions<Name extends string>({ form }: ClassingQuestionsProps<Name>) {
  const label = useLabel();
  const { data: known = [] } = useQuery(indicators());
  const counts = known
    .filter(({ nature }) => nature !== "ratio")
    .map(({ code, label: name }) => ({ value: code, words: label(name) }))
    .toSorted((a, b) => a.words.localeCompare(b.words));
  return (["numerator", "denominator"] as const).map((part) => (
    <AskChoice
      key={part}
      form={form}
      name={part}
      isNeeded
      label={<FormattedMessage id={`indicatorForm.${part}`} />}
      options={counts}
    />
  ));
}
