import { FormattedMessage, useIntl } from "react-intl";
import { type Diagnosis, type Finding, recordFinding } from "../api/diagnoses.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { TextField } from "../form/fields.tsx";
import { orNull, wholeNumber } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { useLocale } from "../language/language-provider.tsx";
import { useReadAnew } from "./use-after.ts";

const languages = ["fr", "ar", "en"] as const;

/** What was said: the words, the language in which they were said, the topic, and who said it. */
export function FindingForm({ diagnosis }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const locale = useLocale();
  const nameOf = useOrganisationName(diagnosis.space);
  const { reference, workshops, actors, findings } = diagnosis;
  const anew = useReadAnew(reference);
  const empty = { words: "", language: locale as string, topic: "", workshop: "", actor: "", group: "" };
  const form = useForm({
    name: `diagnosis finding ${reference}`,
    recorded: { texts: empty, revision: null },
    rules: bodies.recordFinding,
    check: ({ workshop, actor, group }) =>
      workshop + actor + group.trim() === "" ? { group: { id: "diagnosis.fault.who" } } : {},
    save: (values) =>
      recordFinding(reference, {
        ...{ words: values.words.trim(), topic: values.topic.trim(), group: orNull(values.group) },
        ...{ workshop: wholeNumber(values.workshop), actor: orNull(values.actor) },
        language: languages.find((one) => one === values.language) ?? "fr",
      }),
    onSaved: () => {
      form.startAgain();
      void anew();
    },
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "diagnosis.recordFinding" })}>
      <WhatWasSaid form={form} findings={findings} />
      <AskChoice
        form={form}
        name="workshop"
        label="diagnosis.form.workshop"
        options={workshops.map(({ number, title }) => ({
          ...{ value: String(number), words: `${number} · ${title}` },
        }))}
      />
      <AskChoice
        form={form}
        name="actor"
        label="diagnosis.form.actor"
        options={actors.map(({ organisation }) => ({
          ...{ value: organisation.reference, words: nameOf(organisation) },
        }))}
      />
      <AskText form={form} name="group" label="diagnosis.form.group" why="diagnosis.form.group.why" />
    </AddForm>
  );
}

interface WhatWasSaidProps {
  readonly form: FormState<"words" | "language" | "topic" | "workshop" | "actor" | "group">;
  readonly findings: readonly Finding[];
}

function WhatWasSaid({ form, findings }: WhatWasSaidProps) {
  const topics = [...new Set(findings.map(({ topic }) => topic))];
  const fault = form.faultOf("topic");
  return (
    <>
      <AskText
        form={form}
        name="words"
        lines={2}
        label="diagnosis.form.words"
        why="diagnosis.form.words.why"
      />
      <AskChoice
        form={form}
        name="language"
        isNeeded
        label="diagnosis.form.language"
        options={languages.map((value) => ({ value, id: `diagnosis.language.${value}` }))}
      />
      <TextField
        label={<FormattedMessage id="diagnosis.form.topic" />}
        value={form.values.topic}
        onChange={(text) => form.set("topic", text)}
        onLeave={() => form.leave("topic")}
        isNeeded
        {...(fault !== undefined && { fault })}
        options={topics.map((topic) => ({ value: topic, words: topic }))}
      />
    </>
  );
}
