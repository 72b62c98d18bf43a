// What stands over a diagnosis, asked when it is begun and when it is revised.
import { FormattedMessage } from "react-intl";
import type { Space } from "../app/address.ts";
import { AskText } from "../form/asked.tsx";
import { PickAgreement, PickTerritory } from "../form/picks.tsx";
import { orNull, type Texts } from "../form/texts.ts";
import type { Faults, FormState } from "../form/use-form.ts";

export type HeadField =
  | ("title" | "titleAr" | "territoryId" | "agreement" | "method")
  | ("startsOn" | "endsOn" | "reference");

export const emptyHead: Texts<HeadField> = {
  ...{ title: "", titleAr: "", territoryId: "", agreement: "", method: "", startsOn: "", endsOn: "" },
  reference: "",
};

export const checkDays = ({ startsOn, endsOn }: Texts<HeadField>): Faults<HeadField> =>
  startsOn !== "" && endsOn !== "" && endsOn < startsOn ? { endsOn: { id: "form.fault.order" } } : {};

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
      <AskText form={form} name="title" label={<FormattedMessage id="diagnosis.form.title" />} />
      <AskText
        form={form}
        name="titleAr"
        label={<FormattedMessage id="diagnosis.form.titleAr" />}
        why={<FormattedMessage id="diagnosis.form.titleAr.why" />}
      />
      {isNew && (
        <PickTerritory
          form={form}
          name="territoryId"
          space={space}
          isNeeded
          label={<FormattedMessage id="diagnosis.form.territoryId" />}
        />
      )}
      <PickAgreement
        form={form}
        name="agreement"
        space={space}
        label={<FormattedMessage id="diagnosis.form.agreement" />}
        why={<FormattedMessage id="diagnosis.form.agreement.why" />}
      />
      <AskText
        form={form}
        name="method"
        lines={3}
        label={<FormattedMessage id="diagnosis.form.method" />}
        why={<FormattedMessage id="diagnosis.form.method.why" />}
      />
      <AskText
        form={form}
        name="startsOn"
        type="date"
        label={<FormattedMessage id="diagnosis.form.startsOn" />}
      />
      <AskText
        form={form}
        name="endsOn"
        type="date"
        label={<FormattedMessage id="diagnosis.form.endsOn" />}
      />
      {isNew && (
        <AskText
          form={form}
          name="reference"
          direction="ltr"
          label={<FormattedMessage id="diagnosis.form.reference" />}
          why={<FormattedMessage id="diagnosis.form.reference.why" />}
        />
      )}
    </>
  );
}
