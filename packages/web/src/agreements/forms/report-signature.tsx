// A press report says that the agreement was signed: which document, and of the day and the place what it gives. The
// figures stay announced until the text itself is recorded.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import { type Agreement, everyoneNext } from "../../api/read.ts";
import { AddForm } from "../../form/add-form.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import { needed } from "../../form/needed.ts";
import { readPartial } from "../../form/partial-day.ts";
import { PickTerritory } from "../../form/picks.tsx";
import { orNull } from "../../form/texts.ts";
import { useForm } from "../../form/use-form.ts";
import { documentsOf } from "../../words/read-documents.ts";

/** Whether the reader may note it of this agreement as it stands. */
export function useMayReport(reference: string): boolean {
  const { data } = useQuery(everyoneNext(reference));
  return data?.acts.some(({ act, permitted }) => act === "report_signature" && permitted) === true;
}

export function ReportSignature({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const form = useReportForm(agreement);
  const { data: documents } = useQuery(documentsOf(agreement.space, agreement.reference));
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.reportSignature" })}>
      <p className="small muted">
        <FormattedMessage id="agreementForm.reportSignature.why" />
      </p>
      <AskChoice
        form={form}
        name="document"
        isNeeded
        label="agreementForm.report"
        why={documents?.length === 0 ? <FormattedMessage id="words.noDocument" /> : undefined}
        options={(documents ?? [])
          .filter(({ kind }) => kind !== "signed_text")
          .map(({ id, title }) => ({ value: id, words: title }))}
      />
      <AskText
        form={form}
        name="signedOn"
        direction="ltr"
        label="agreementForm.signedOn"
        why="form.fault.partialDate"
      />
      <PickTerritory
        form={form}
        name="territory"
        space={agreement.space}
        label="agreementForm.signedTerritoryId"
      />
    </AddForm>
  );
}

function useReportForm({ reference }: Agreement) {
  const client = useQueryClient();
  return useForm({
    name: `report on ${reference}`,
    recorded: { texts: { document: "", signedOn: "", territory: "" }, revision: null },
    check: (values) => ({
      ...needed(values, "document"),
      ...(values.signedOn.trim() !== "" &&
        readPartial(values.signedOn) === null && { signedOn: { id: "form.fault.partialDate" } }),
    }),
    about: { "sources.document_unknown": "document", "organisations.territory_unknown": "territory" },
    save: ({ document, signedOn, territory }) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/report-signature", {
          params: { path: { agreement: reference } },
          body: {
            documentId: document,
            ...{ signedOn: readPartial(signedOn), signedTerritoryId: orNull(territory) },
          },
        }),
      ),
    onSaved: () => void client.invalidateQueries(),
  });
}
