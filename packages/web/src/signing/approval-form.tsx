// One body approved this agreement, or an amendment of it.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { recordApproval } from "../api/signing.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskDocument, useGivenDocument } from "../form/ask-document.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { PickOrganisation } from "../form/picks.tsx";
import { orNull, wholeNumber } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";

export const approvalKinds = ["deliberation", "visa", "board"] as const;
const empty = {
  ...{ kind: "", organisation: "", number: "", decidedOn: "", document: "", amendment: "" },
  ...{ votesFor: "", votesAgainst: "", votesAbstained: "" },
};
type Field = keyof typeof empty;

/** Texts that hold no whole number although something is written. */
export const notNumbers = <Name extends string>(values: Readonly<Record<Name, string>>, ...names: Name[]) =>
  Object.fromEntries(
    names
      .filter((name) => values[name].trim() !== "" && wholeNumber(values[name]) === null)
      .map((name) => [name, { id: "form.fault.number" }]),
  );

function useApprovalForm({ reference, space }: Agreement) {
  const client = useQueryClient();
  const intl = useIntl();
  const paper = useGivenDocument(space, "deliberation");
  const form = useForm({
    name: `approval of ${reference}`,
    recorded: { texts: empty, revision: null },
    check: (values) => ({
      ...needed(values, "kind", "organisation", "number", "decidedOn"),
      ...notNumbers(values, "votesFor", "votesAgainst", "votesAbstained", "amendment"),
    }),
    about: {
      "agreements.approval_known": "number",
      "organisations.unknown": "organisation",
      "agreements.vote_not_carried": "votesFor",
      "agreements.day_in_future": "decidedOn",
    },
    save: async (values) => {
      const kind = approvalKinds.find((one) => one === values.kind) ?? "board";
      const title = `${intl.formatMessage({ id: `agreementForm.approval.${kind}` })} ${values.number.trim()}`;
      return recordApproval(reference, {
        ...{ kind, organisation: values.organisation, number: values.number.trim() },
        decidedOn: values.decidedOn,
        documentId: await paper.idOf(values.document, title),
        votesFor: wholeNumber(values.votesFor),
        votesAgainst: wholeNumber(values.votesAgainst),
        votesAbstained: wholeNumber(values.votesAbstained),
        amendment: orNull(values.amendment) === null ? null : wholeNumber(values.amendment),
      });
    },
    onSaved: () => {
      form.startAgain();
      paper.setFile(null);
      void client.invalidateQueries();
    },
  });
  return { form, paper };
}

export function ApprovalForm({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const { form, paper } = useApprovalForm(agreement);
  const { space, signedDocumentId } = agreement;
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.recordApproval" })}>
      <ApprovalKind form={form} />
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
      {signedDocumentId !== null && (
        <AskText
          form={form}
          name="amendment"
          digits
          label={<FormattedMessage id="signing.amendment" />}
          why={<FormattedMessage id="signing.amendmentWhy" />}
        />
      )}
      <Votes form={form} />
      <AskDocument
        form={form}
        name="document"
        space={space}
        kind="deliberation"
        given={paper}
        label={<FormattedMessage id="signing.paper" />}
      />
    </AddForm>
  );
}

function ApprovalKind({ form }: { form: FormState<Field> }) {
  const intl = useIntl();
  return (
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
  );
}

function Votes({ form }: { form: FormState<Field> }) {
  return (
    <div className="question-pair">
      {(["votesFor", "votesAgainst", "votesAbstained"] as const).map((name) => (
        <AskText
          key={name}
          form={form}
          name={name}
          digits
          label={<FormattedMessage id={`signing.${name}`} />}
        />
      ))}
    </div>
  );
}
