// The signed text itself: a document of the register, or the scan that is given now.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import type { Agreement } from "../api/read.ts";
import { recordText } from "../api/signing.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskDocument, useGivenDocument } from "../form/ask-document.tsx";
import { needed } from "../form/needed.ts";
import { useForm } from "../form/use-form.ts";

export function TextForm({ agreement }: { agreement: Agreement }) {
  const { reference, space } = agreement;
  const intl = useIntl();
  const title = useTitle();
  const client = useQueryClient();
  const scan = useGivenDocument(space, "signed_text");
  const form = useForm({
    name: `text of ${reference}`,
    recorded: { texts: { document: "" }, revision: null },
    check: (values) => (scan.file === null ? needed(values, "document") : {}),
    about: { "sources.file_type_refused": "document" },
    save: async ({ document }) =>
      recordText(reference, (await scan.idOf(document, `${reference} · ${title(agreement)}`)) ?? ""),
    onSaved: () => {
      form.startAgain();
      scan.setFile(null);
      void client.invalidateQueries();
    },
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.recordText" })}>
      <AskDocument
        form={form}
        name="document"
        isNeeded
        space={space}
        kind="signed_text"
        given={scan}
        label={<FormattedMessage id="agreementForm.document" />}
        why={<FormattedMessage id="agreementForm.document.why" />}
      />
    </AddForm>
  );
}
