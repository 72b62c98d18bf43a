// A signature that was made on paper is recorded: who, for whom, in which capacity and with which power, when and where.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useOfficeHolders } from "../agreements/forms/office-holders.ts";
import type { Agreement } from "../api/read.ts";
import { recordSignature } from "../api/signing.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { contentOf } from "../intake/open/read-file.ts";
import { PageField } from "./signed-page.tsx";

const sides = ["political", "administrative"] as const;
const empty = {
  ...{ organisation: "", officeHolder: "", side: "", capacity: "", power: "", signedOn: "", place: "" },
};

function useSignatureForm({ reference }: Agreement) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const form = useForm({
    name: `signature of ${reference}`,
    recorded: { texts: empty, revision: null },
    check: (values) => needed(values, "organisation", "officeHolder", "capacity", "signedOn"),
    about: {
      "agreements.not_a_signatory": "organisation",
      "agreements.signature_known": "officeHolder",
      "agreements.day_in_future": "signedOn",
    },
    save: async ({ organisation, officeHolder, side, capacity, power, signedOn, place }) =>
      recordSignature(reference, {
        ...{ organisation, officeHolderId: officeHolder, capacity: capacity.trim(), signedOn },
        side: sides.find((one) => one === side) ?? null,
        ...{ power: orNull(power), place: orNull(place) },
        scan: file === null ? null : await contentOf(file),
      }),
    onSaved: () => {
      form.startAgain();
      setFile(null);
      void client.invalidateQueries();
    },
  });
  return { form, file, setFile };
}

export function SignatureForm({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const { form, file, setFile } = useSignatureForm(agreement);
  const holders = useOfficeHolders(form.values.organisation);
  const signatories = agreement.partiesInFull.filter(({ role }) => role === "signatory");
  if (signatories.length === 0) return null;
  const text = (name: "capacity" | "power" | "place", isNeeded = false) => (
    <AskText
      form={form}
      name={name}
      isNeeded={isNeeded}
      label={<FormattedMessage id={`signing.ask.${name}`} />}
    />
  );
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.recordSignature" })}>
      <AskChoice
        form={form}
        name="organisation"
        isNeeded
        label={<FormattedMessage id="agreementForm.signsFor" />}
        options={signatories.map(({ reference, nameAtSignature }) => ({
          value: reference,
          words: nameAtSignature,
        }))}
      />
      <AskChoice
        form={form}
        name="officeHolder"
        isNeeded
        label={<FormattedMessage id="agreementForm.signs" />}
        why={<FormattedMessage id="agreementForm.signs.why" />}
        options={holders}
      />
      <AskChoice
        form={form}
        name="side"
        label={<FormattedMessage id="signing.ask.side" />}
        why={<FormattedMessage id="signing.ask.sideWhy" />}
        options={sides.map((value) => ({
          value,
          words: intl.formatMessage({ id: `signing.side.${value}` }),
        }))}
      />
      {text("capacity", true)}
      {text("power")}
      <AskText
        form={form}
        name="signedOn"
        type="date"
        isNeeded
        label={<FormattedMessage id="agreementForm.signedOnDay" />}
      />
      {text("place")}
      <PageField file={file} onFile={setFile} />
    </AddForm>
  );
}
