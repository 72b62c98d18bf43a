import { useIntl } from "react-intl";
import { AskChoice, AskText } from "../form/asked.tsx";
import type { FormState } from "../form/use-form.ts";
import { InThreeLanguages } from "./in-three-languages.tsx";
import type { MeaningName } from "./meaning.ts";

interface MeaningQuestionsProps<Name extends string> {
  readonly form: FormState<Name | MeaningName>;
}

/** What the indicator counts, from when, how it is proven, and why it is said so. */
export function MeaningQuestions<Name extends string>({ form }: MeaningQuestionsProps<Name>) {
  const intl = useIntl();
  const levels = ["1", "2", "3", "4"].map((value) => ({
    value,
    words: intl.formatMessage({ id: `figure.evidence.E${value}` }),
  }));
  return (
    <>
      <InThreeLanguages form={form} of="definition" lines={3} isNeeded />
      <AskText
        form={form}
        name="effectiveFrom"
        type="date"
        isNeeded
        label="indicatorForm.effectiveFrom"
        why="indicatorForm.effectiveFrom.why"
      />
      <AskChoice
        form={form}
        name="proofLevel"
        isNeeded
        label="indicatorForm.proofLevel"
        why="indicatorForm.proofLevel.why"
        options={levels}
      />
      <InThreeLanguages form={form} of="evidence" lines={2} />
      <InThreeLanguages form={form} of="pitfalls" lines={2} />
      <AskText
        form={form}
        name="reason"
        lines={2}
        isNeeded
        label="indicatorForm.reason"
        why="indicatorForm.reason.why"
      />
    </>
  );
}
