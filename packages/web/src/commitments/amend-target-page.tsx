// Changes a signed target under an amendment of the agreement: the version before stays, and stands beside the new one.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../api/client.ts";
import { type Agreement, agreement as agreementQuery, type Commitment } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { Waiting } from "../app/waiting.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { orNull, wholeNumber } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Day } from "../language/figures.tsx";
import { CommitmentFrame } from "./commitment-head.tsx";
import { commitmentQuery, openTarget } from "./read-commitment.ts";
import { TargetChange } from "./target-change.tsx";

export function AmendTargetPage() {
  const intl = useIntl();
  const { reference, number } = useParams({ from: "/agreements/$reference/commitments/$number/amend" });
  const { data: agreement } = useQuery(agreementQuery(reference, {}));
  const { may, isKnown } = useRightsAt({ agreement: reference });
  return (
    <CommitmentFrame
      reference={`${reference}/${number}`}
      does={intl.formatMessage({ id: "commitmentForm.amend" })}
    >
      {(commitment) => {
        if (!agreement || !isKnown) return <Waiting lines={8} />;
        if (!may("commitments.sign")) return <FormattedMessage id="form.noRight" />;
        return <AmendForm key={commitment.id} commitment={commitment} agreement={agreement} />;
      }}
    </CommitmentFrame>
  );
}

interface AmendFormProps {
  readonly commitment: Commitment;
  readonly agreement: Agreement;
}

function useAmendForm({ commitment, agreement }: AmendFormProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const target = openTarget(commitment);
  const [reference = "", number = ""] = commitment.reference.split("/");
  const textsOf = (one: Commitment) => {
    const open = openTarget(one);
    const { quantity = null, periodTo = null, deadline = null } = open ?? {};
    const known = { quantity: quantity === null ? "" : String(quantity), periodTo: periodTo ?? "" };
    return { ...known, deadline: deadline ?? "", amendment: "" };
  };
  const typeOf = (given: string) => agreement.amendments.find((one) => String(one.number) === given)?.type;
  return useForm({
    name: `amended target of ${commitment.reference}`,
    recorded: { texts: textsOf(commitment), revision: commitment.revision },
    rules: bodies.amendTarget,
    check: ({ quantity, amendment }) => ({
      ...(amendment === "" && { amendment: { id: "form.fault.needed" } }),
      ...(target?.quantity !== null && quantity.trim() === "" && { quantity: { id: "form.fault.needed" } }),
    }),
    about: {
      "commitments.amendment_of_other_type": "amendment",
      "commitments.amendment_unknown": "amendment",
      "commitments.effective_too_early": "amendment",
      "commitments.nothing_amended": "quantity",
    },
    save: (values, _changed, revision) =>
      given(
        api.POST("/api/v1/commitments/amend-target", {
          body: {
            ...{ commitment: commitment.reference, amendment: Number(values.amendment), revision },
            ...(typeOf(values.amendment) === "duration"
              ? { periodTo: orNull(values.periodTo), deadline: orNull(values.deadline) }
              : { quantity: wholeNumber(values.quantity) }),
          },
        }),
      ),
    readAgain: async () => {
      const fresh = await client.fetchQuery({ ...commitmentQuery(commitment.reference), staleTime: 0 });
      return { texts: textsOf(fresh), revision: fresh.revision };
    },
    onSaved: async () => {
      await client.invalidateQueries();
      await navigate({ to: "/agreements/$reference/commitments/$number", params: { reference, number } });
    },
  });
}

function AmendForm(props: AmendFormProps) {
  const { commitment, agreement } = props;
  const intl = useIntl();
  const form = useAmendForm(props);
  const target = openTarget(commitment);
  const usable = agreement.amendments.filter(({ type }) => type === "target" || type === "duration");
  if (target === null) return <FormattedMessage id="commitmentForm.noTarget" />;
  if (usable.length === 0)
    return (
      <p>
        <FormattedMessage id="commitmentForm.noAmendment" />{" "}
        <Link to="/agreements/$reference/amend" params={{ reference: agreement.reference }}>
          <FormattedMessage id="agreementForm.amend" />
        </Link>
      </p>
    );
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "commitmentForm.amend" })}
      action={<FormattedMessage id="commitmentForm.amendAction" />}
      nameOf={(name) => <FormattedMessage id={`commitmentForm.${name}`} />}
    >
      <AmendQuestions form={form} target={target} usable={usable} />
      <TargetChange target={target} values={form.values} />
    </FormShell>
  );
}

interface AmendQuestionsProps {
  readonly form: ReturnType<typeof useAmendForm>;
  readonly target: NonNullable<ReturnType<typeof openTarget>>;
  readonly usable: Agreement["amendments"];
}

function AmendQuestions({ form, target, usable }: AmendQuestionsProps) {
  const intl = useIntl();
  const chosen = usable.find(({ number }) => String(number) === form.values.amendment);
  return (
    <>
      <AskChoice
        form={form}
        name="amendment"
        isNeeded
        label="commitmentForm.amendment"
        options={usable.map((one) => ({
          value: String(one.number),
          words: `${one.number} · ${intl.formatMessage({ id: `agreementForm.amendment.${one.type}` })} · ${one.clause}`,
        }))}
      />
      {chosen && (
        <p className="small muted">
          <FormattedMessage
            id="commitmentForm.effective"
            values={{ day: <Day value={chosen.effectiveOn} /> }}
          />
        </p>
      )}
      {chosen?.type === "target" && target.quantity !== null && (
        <AskText form={form} name="quantity" digits isNeeded label="commitmentForm.newQuantity" />
      )}
      {chosen?.type === "duration" && (
        <div className="question-pair">
          <AskText form={form} name="periodTo" type="date" label="commitmentForm.periodTo" />
          <AskText form={form} name="deadline" type="date" label="commitmentForm.deadline" />
        </div>
      )}
    </>
  );
}
