// What the life of an agreement waits for: the body that approved it, who signed for whom, the text that was signed.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Agreement } from "../../api/read.ts";
import { useRightsAt } from "../../api/rights.ts";
import { AddForm } from "../../form/add-form.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import { needed } from "../../form/needed.ts";
import { PickOrganisation } from "../../form/picks.tsx";
import { orNull } from "../../form/texts.ts";
import { useForm } from "../../form/use-form.ts";
import { Section } from "../section.tsx";
import { useOfficeHolders } from "./office-holders.ts";

const approvalKinds = ["deliberation", "visa", "board"] as const;

export function EditSigning({ agreement }: { agreement: Agreement }) {
  const { may } = useRightsAt({ agreement: agreement.reference });
  const maySign = may("agreements.sign");
  return (
    <Section title={<FormattedMessage id="agreementForm.signing" />}>
      {may("agreements.record_approval") && <RecordApproval agreement={agreement} />}
      {maySign && <RecordSignature agreement={agreement} />}
      {maySign && agreement.signedDocumentId === null && <RecordText agreement={agreement} />}
      {agreement.signedDocumentId !== null && (
        <p>
          <FormattedMessage id="agreementForm.textRecorded" />
        </p>
      )}
    </Section>
  );
}

/** When it is saved the form is empty again, and everything is read anew: what was missing may be there now. */
function useAfter() {
  const client = useQueryClient();
  return (form: { readonly startAgain: () => void }) => {
    form.startAgain();
    void client.invalidateQueries();
  };
}

function RecordApproval({ agreement: { reference, space } }: { agreement: Agreement }) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `approval of ${reference}`,
    recorded: { texts: { kind: "", organisation: "", number: "", decidedOn: "" }, revision: null },
    check: (values) => needed(values, "kind", "organisation", "number", "decidedOn"),
    about: { "agreements.approval_known": "number", "organisations.unknown": "organisation" },
    save: ({ kind, organisation, number, decidedOn }) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/approvals", {
          params: { path: { agreement: reference } },
          body: {
            ...{ organisation, number: number.trim(), decidedOn },
            kind: approvalKinds.find((one) => one === kind) ?? "board",
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.recordApproval" })}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label={<FormattedMessage id="agreementForm.approvalKind" />}
        options={approvalKinds.map((value) => ({
          value,
          words: intl.formatMessage({ id: `agreementForm.approval.${value}` }),
        }))}
      />
      <PickOrganisation
        form={form}
        name="organisation"
        space={space}
        label={<FormattedMessage id="agreementForm.approvedBy" />}
      />
      <AskText form={form} name="number" isNeeded label={<FormattedMessage id="agreementForm.number" />} />
      <AskText
        form={form}
        name="decidedOn"
        type="date"
        isNeeded
        label={<FormattedMessage id="agreementForm.decidedOn" />}
      />
    </AddForm>
  );
}

const emptySignature = { organisation: "", officeHolder: "", capacity: "", signedOn: "", place: "" };

function useSignatureForm({ reference }: Agreement) {
  const after = useAfter();
  const form = useForm({
    name: `signature of ${reference}`,
    recorded: { texts: emptySignature, revision: null },
    check: (values) => needed(values, "organisation", "officeHolder", "capacity", "signedOn"),
    about: { "agreements.not_a_signatory": "organisation", "agreements.signature_known": "officeHolder" },
    save: ({ organisation, officeHolder, capacity, signedOn, place }) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/signatures", {
          params: { path: { agreement: reference } },
          body: {
            ...{ organisation, officeHolderId: officeHolder, capacity: capacity.trim(), signedOn },
            place: orNull(place),
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return form;
}

function RecordSignature({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const form = useSignatureForm(agreement);
  const holders = useOfficeHolders(form.values.organisation);
  const signatories = agreement.partiesInFull.filter(({ role }) => role === "signatory");
  if (signatories.length === 0) return null;
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
      <AskText
        form={form}
        name="capacity"
        isNeeded
        label={<FormattedMessage id="agreementForm.capacity" />}
      />
      <AskText
        form={form}
        name="signedOn"
        type="date"
        isNeeded
        label={<FormattedMessage id="agreementForm.signedOnDay" />}
      />
      <AskText form={form} name="place" label={<FormattedMessage id="agreementForm.place" />} />
    </AddForm>
  );
}

function RecordText({ agreement: { reference, space } }: { agreement: Agreement }) {
  const intl = useIntl();
  const after = useAfter();
  const { data } = useQuery({
    queryKey: ["signed texts", space],
    queryFn: () =>
      given(api.GET("/api/v1/documents", { params: { query: { space, kind: "signed_text", limit: 200 } } })),
  });
  const form = useForm({
    name: `text of ${reference}`,
    recorded: { texts: { document: "" }, revision: null },
    check: (values) => needed(values, "document"),
    save: ({ document }) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/text", {
          params: { path: { agreement: reference } },
          body: { documentId: document },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.recordText" })}>
      <AskChoice
        form={form}
        name="document"
        isNeeded
        label={<FormattedMessage id="agreementForm.document" />}
        why={<FormattedMessage id="agreementForm.document.why" />}
        options={(data?.documents ?? []).map(({ id, title }) => ({ value: id, words: title }))}
      />
    </AddForm>
  );
}
