import type { Space } from "../app/address.ts";
import { AskText } from "../form/asked.tsx";
import { PickAgreement, PickTerritory } from "../form/picks.tsx";
import { orNull, type Texts } from "../form/texts.ts";
import type { FormState } from "../form/use-form.ts";

export type HeadField =
  | ("title" | "titleAr" | "territoryId" | "agreement" | "method")
  | ("startsOn" | "endsOn" | "reference");

export const emptyHead: Texts<HeadField> = {
  ...{ title: "", titleAr: "", territoryId: "", agreement: "", method: "", startsOn: "", endsOn: "" },
  reference: "",
};

/** What both acts take. */
export const headBody = (values: Texts<HeadField>) => ({
  ...{ title: values.title.trim(), titleAr: orNull(values.titleAr), method: values.method.trim() },
  ...{
    agreement: orNull(values.agreement),
    startsOn: orNull(values.startsOn),
    endsOn: orNull(values.endsOn),
  },
});

interface QuestionsProps {
  readonly form: FormState<HeadField>;
  readonly space: Space;
  /** Its place and reference are given once. */
  readonly isNew: boolean;
}

export function HeadQuestions({ form, space, isNew }: QuestionsProps) {
  return (
    <>
      <AskText form={form} name="title" label="diagnosis.form.title" />
      <AskText form={form} name="titleAr" label="diagnosis.form.titleAr" why="diagnosis.form.titleAr.why" />
      {isNew && (
        <PickTerritory
          form={form}
          name="territoryId"
          space={space}
          isNeeded
          label="diagnosis.form.territoryId"
        />
      )}
      <PickAgreement
        form={form}
        name="agreement"
        space={space}
        label="diagnosis.form.agreement"
        why="diagnosis.form.agreement.why"
      />
      <AskText
        form={form}
        name="method"
        lines={3}
        label="diagnosis.form.method"
        why="diagnosis.form.method.why"
      />
      <AskText form={form} name="startsOn" type="date" label="diagnosis.form.startsOn" />
      <AskText form={form} name="endsOn" type="date" label="diagnosis.form.endsOn" />
      {isNew && (
        <AskText
          form={form}
          name="reference"
          direction="ltr"
          label="diagnosis.form.reference"
          why="diagnosis.form.reference.why"
        />
      )}
    </>
  );
}
