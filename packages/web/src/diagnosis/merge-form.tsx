// Merges findings that say the same: new words that stand for them, or a merged finding that is there.
import { FormattedMessage, useIntl } from "react-intl";
import { type Diagnosis, mergeFindings } from "../api/diagnoses.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { ChooseMany } from "../form/choose-many.tsx";
import { needed } from "../form/needed.ts";
import { codesOf, orNull, wholeNumber } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { mergedMark, useWords } from "./say.tsx";
import { useReadAnew } from "./use-after.ts";

export function MergeForm({ diagnosis: { reference, findings, merged } }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const wordsOf = useWords();
  const anew = useReadAnew(reference);
  const free = findings.filter((one) => one.merged === null);
  const form = useForm({
    name: `diagnosis merge ${reference}`,
    recorded: { texts: { findings: "", into: "", words: "", wordsAr: "" }, revision: null },
    rules: bodies.mergeFindings,
    check: (values) => needed(values, "findings"),
    save: (values) =>
      mergeFindings(reference, {
        findings: codesOf(values.findings).map(Number),
        into: wholeNumber(values.into),
        ...{ words: orNull(values.words), wordsAr: orNull(values.wordsAr) },
      }),
    onSaved: () => {
      form.startAgain();
      void anew();
    },
  });
  if (free.length === 0) return null;
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "diagnosis.merge" })}>
      <ChooseMany
        form={form}
        name="findings"
        label="diagnosis.form.findings"
        why={<FormattedMessage id="diagnosis.form.findings.why" values={{ count: free.length }} />}
        options={free.map(({ number, words }) => ({ value: String(number), words: `${number} · ${words}` }))}
      />
      {merged.length > 0 && (
        <AskChoice
          form={form}
          name="into"
          label="diagnosis.form.into"
          why="diagnosis.form.into.why"
          options={merged.map((one) => ({
            ...{ value: String(one.number), words: `${mergedMark(one.number)} · ${wordsOf(one)}` },
          }))}
        />
      )}
      {form.values.into === "" && <NewWords form={form} />}
    </AddForm>
  );
}

function NewWords({ form }: { form: FormState<"findings" | "into" | "words" | "wordsAr"> }) {
  return (
    <>
      <AskText
        form={form}
        name="words"
        lines={2}
        label="diagnosis.form.mergedWords"
        why="diagnosis.form.mergedWords.why"
      />
      <AskText form={form} name="wordsAr" lines={2} label="diagnosis.form.wordsAr" />
    </>
  );
}
