// Records an amendment: its type names what it may change; what stood before stays beside what stands after.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import { type Agreement, agreement as agreementQuery } from "../../api/read.ts";
import { useRightsAt } from "../../api/rights.ts";
import { Failure } from "../../app/failure.tsx";
import { Page } from "../../app/page.tsx";
import { useBelongsTo } from "../../app/shown-space.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { Allowed } from "../../form/allowed.tsx";
import { AskDocument, useGivenDocument } from "../../form/ask-document.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { FormShell } from "../../form/form-shell.tsx";
import { inOrder, needed } from "../../form/needed.ts";
import { PickTerritory } from "../../form/picks.tsx";
import { Saved } from "../../form/saved.tsx";
import { orNull, type Texts } from "../../form/texts.ts";
import { type FormState, useForm } from "../../form/use-form.ts";
import { Name } from "../../language/figures.tsx";
import { Title, useTitle } from "../agreement-words.tsx";
import { BeforeAfter } from "./before-after.tsx";
import { StillToApprove } from "./still-to-approve.tsx";
import "./life.css";

type AmendmentType = Agreement["amendments"][number]["type"];
const types = ["target", "amount", "duration", "party", "object", "suspension", "termination"] as const;

/** What each type changes here; targets and amounts are changed at the promise and at the money, under its number. */
const changedBy: Readonly<Record<AmendmentType, readonly Changed[]>> = {
  duration: ["periodFrom", "periodTo"],
  object: ["title", "purpose", "territoryId"],
  ...{ target: [], amount: [], party: [], suspension: [], termination: [] },
};
type Changed = "title" | "purpose" | "territoryId" | "periodFrom" | "periodTo";
type Field = Changed | "type" | "effectiveOn" | "clause" | "reason" | "document";

export function AmendPage() {
  const intl = useIntl();
  const title = useTitle();
  const { reference } = useParams({ from: "/agreements/$reference/amend" });
  const { data, error, refetch } = useQuery(agreementQuery(reference, {}));
  const { may, isKnown } = useRightsAt({ agreement: reference });
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !isKnown) return <Waiting lines={10} />;
  const does = intl.formatMessage({ id: "agreementForm.amend" });
  return (
    <Page
      title={<Title of={data} />}
      name={`${does} · ${reference} · ${title(data)}`}
      lead={
        <>
          <Name>{reference}</Name> · {does} ·{" "}
          <Link to="/agreements/$reference" params={{ reference }}>
            <FormattedMessage id="agreementForm.back" />
          </Link>
        </>
      }
    >
      <Allowed is={may("agreements.amend")}>
        <AmendForm key={data.id} agreement={data} />
      </Allowed>
    </Page>
  );
}

function textsOf(agreement: Agreement): Texts<Field> {
  const { title, purpose, territoryId, periodFrom, periodTo } = agreement;
  return {
    ...{ title, purpose: purpose ?? "", territoryId: territoryId ?? "" },
    ...{
      periodFrom: periodFrom ?? "",
      periodTo: periodTo ?? "",
      type: "",
      effectiveOn: "",
      clause: "",
      reason: "",
      document: "",
    },
  };
}

const typeOf = (text: string): AmendmentType | null => types.find((one) => one === text) ?? null;

function useAmendForm(agreement: Agreement, onSaved: (number: number) => void) {
  const client = useQueryClient();
  const intl = useIntl();
  const start = textsOf(agreement);
  const scan = useGivenDocument(agreement.space, "signed_text");
  const form = useForm<Field, { number: number }>({
    name: `amendment of ${agreement.reference}`,
    recorded: { texts: start, revision: agreement.revision },
    rules: bodies.amend,
    check: (values) => ({
      ...needed(values, "type", "title"),
      ...inOrder(values, "periodFrom", "periodTo"),
    }),
    about: {
      "agreements.period_reversed": "periodTo",
      "agreements.act_not_allowed": "type",
      "agreements.amendment_not_approved": "type",
    },
    save: async (values, changed) => {
      const type = typeOf(values.type) ?? "object";
      const names = changedBy[type].filter((name) => changed.includes(name));
      return given(
        api.POST("/api/v1/agreements/{agreement}/amendments", {
          params: { path: { agreement: agreement.reference } },
          body: {
            ...{
              type,
              effectiveOn: values.effectiveOn,
              clause: values.clause.trim(),
              reason: values.reason.trim(),
            },
            documentId: await scan.idOf(
              values.document,
              `${intl.formatMessage({ id: "agreementForm.amend" })} · ${agreement.reference}`,
            ),
            changes: Object.fromEntries(names.map((name) => [name, orNull(values[name])])),
          },
        }),
      );
    },
    onSaved: ({ number }) => {
      onSaved(number);
      void client.invalidateQueries();
    },
  });
  return { form, scan };
}

function AmendForm({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const [number, setNumber] = useState<number | null>(null);
  const { form, scan } = useAmendForm(agreement, setNumber);
  const type = typeOf(form.values.type);
  if (number !== null) return <Recorded number={number} type={type} agreement={agreement} />;
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "agreementForm.amend" })}
      action={<FormattedMessage id="agreementForm.amend" />}
      nameOf={(name) => <FormattedMessage id={`agreementForm.${name}`} />}
    >
      <AskChoice
        form={form}
        name="type"
        isNeeded
        label="agreementForm.amendmentType"
        why="agreementForm.amendmentType.why"
        options={types.map((value) => ({ value, id: `agreementForm.amendment.${value}` }))}
      />
      {type && <ChangedFields agreement={agreement} form={form} type={type} />}
      {type && <StillToApprove agreement={agreement} type={type} />}
      <AskText form={form} name="effectiveOn" type="date" label="agreementForm.effectiveOn" />
      <AskText form={form} name="clause" label="agreementForm.clause" why="agreementForm.clause.why" />
      <AskText form={form} name="reason" lines={2} label="agreementForm.amendmentReason" />
      <AskDocument
        form={form}
        name="document"
        space={agreement.space}
        kind="signed_text"
        given={scan}
        label="agreementForm.amendmentText"
      />
    </FormShell>
  );
}

interface ChangedFieldsProps {
  readonly agreement: Agreement;
  readonly form: FormState<Field>;
  readonly type: AmendmentType;
}

function ChangedFields({ agreement, form, type }: ChangedFieldsProps) {
  const names = changedBy[type];
  const before = textsOf(agreement);
  if (names.length === 0)
    return (
      <p className="small muted">
        <FormattedMessage id={`agreementForm.amendment.${type}.next`} />
      </p>
    );
  return (
    <>
      {names.map((name) =>
        name === "territoryId" ? (
          <PickTerritory
            key={name}
            form={form}
            name={name}
            space={agreement.space}
            label={`agreementForm.${name}`}
          />
        ) : (
          <AskText
            key={name}
            form={form}
            name={name}
            {...(name.startsWith("period") && { type: "date" as const })}
            {...(name === "purpose" && { lines: 3 })}
            label={`agreementForm.${name}`}
          />
        ),
      )}
      <BeforeAfter
        space={agreement.space}
        rows={names
          .filter((name) => before[name].trim() !== form.values[name].trim())
          .map((name) => ({ name, before: before[name], after: form.values[name] }))}
      />
    </>
  );
}

interface RecordedProps {
  readonly number: number;
  readonly type: AmendmentType | null;
  readonly agreement: Agreement;
}

function Recorded({ number, type, agreement: { reference } }: RecordedProps) {
  return (
    <>
      <Saved>
        <FormattedMessage
          id="agreementForm.amended"
          values={{ number, reference: <Name>{reference}</Name> }}
        />
      </Saved>
      {type && changedBy[type].length === 0 && (
        <p>
          <FormattedMessage id={`agreementForm.amendment.${type}.next`} />
        </p>
      )}
      <p>
        <Link to="/agreements/$reference" params={{ reference }}>
          <FormattedMessage id="agreementForm.back" />
        </Link>
      </p>
    </>
  );
}
