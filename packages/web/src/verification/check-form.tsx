// One point is checked: what was found, on which day, until when it holds, with its paper.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Organisation } from "../api/partners.ts";
import { type CheckedPoint, recordCheck } from "../api/verification.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { contentOf } from "../intake/open/read-file.ts";
import { FileField } from "../partner/file-field.tsx";

const outcomes = ["in_order", "not_in_order", "not_applicable"] as const;
const empty = { point: "", outcome: "", checkedOn: "", expiresOn: "", number: "", note: "" };

function useCheckForm({ reference, verification }: Organisation) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const form = useForm({
    name: `check of ${reference}`,
    recorded: { texts: empty, revision: null },
    check: (values) => ({
      ...needed(values, "point", "outcome"),
      ...(values.outcome !== "" && values.outcome !== "in_order" && needed(values, "note")),
    }),
    about: {
      "organisations.check_without_reason": "note",
      "organisations.point_not_exempt": "outcome",
      "organisations.check_ran_out": "expiresOn",
      "organisations.check_in_future": "checkedOn",
      "organisations.ice_needed": "number",
      "organisations.ice_differs": "number",
      "organisations.ice_taken": "number",
    },
    save: async (values) => {
      const point = verification.points.find((one) => one.point === values.point)?.point ?? "ice";
      return recordCheck(reference, {
        ...(values.checkedOn !== "" && { checkedOn: values.checkedOn }),
        checks: [
          {
            point: point satisfies CheckedPoint,
            outcome: outcomes.find((one) => one === values.outcome) ?? "in_order",
            expiresOn: orNull(values.expiresOn),
            number: orNull(values.number),
            note: orNull(values.note),
            file: file === null ? null : { name: file.name, base64: await contentOf(file) },
          },
        ],
      });
    },
    onSaved: () => {
      form.startAgain();
      setFile(null);
      void client.invalidateQueries();
    },
  });
  return { form, file, setFile };
}

export function CheckForm({ of }: { of: Organisation }) {
  const intl = useIntl();
  const { form, file, setFile } = useCheckForm(of);
  const { point } = form.values;
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "verification.record" })}>
      <AskChoice
        form={form}
        name="point"
        isNeeded
        label="verification.point"
        options={of.verification.points.map((one) => ({
          value: one.point,
          id: `core.organisations.point.${one.point}`,
        }))}
        {...(point !== "" && { why: <FormattedMessage id={`verification.why.${point}`} /> })}
      />
      <AskChoice
        form={form}
        name="outcome"
        isNeeded
        label="verification.found"
        options={outcomes.map((value) => ({ value, id: `verification.outcome.${value}` }))}
      />
      <FoundFields form={form} />
      <FileField
        label={<FormattedMessage id="verification.file" />}
        why={<FormattedMessage id="verification.fileWhy" />}
        accepted=".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff"
        file={file}
        onFile={setFile}
      />
    </AddForm>
  );
}

/** When, until when, under which number, and why. */
function FoundFields({ form }: { form: FormState<keyof typeof empty> }) {
  const { point, outcome } = form.values;
  return (
    <>
      <AskText
        form={form}
        name="checkedOn"
        type="date"
        label="verification.checkedOn"
        why="verification.checkedOnWhy"
      />
      <AskText
        form={form}
        name="expiresOn"
        type="date"
        label="verification.expiresOn"
        why="verification.expiresOnWhy"
      />
      <AskText
        form={form}
        name="number"
        direction="ltr"
        label={<FormattedMessage id={point === "ice" ? "verification.ice" : "verification.numberOf"} />}
      />
      <AskText
        form={form}
        name="note"
        lines={2}
        isNeeded={outcome !== "" && outcome !== "in_order"}
        label="verification.note"
      />
    </>
  );
}
