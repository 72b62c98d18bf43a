// Opens an agreement: as a lead that is followed with a next action, or at once as a draft.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type RefObject, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../../api/account.ts";
import { api, given } from "../../api/client.ts";
import type { Agreement } from "../../api/read.ts";
import { Page } from "../../app/page.tsx";
import { useShownSpace } from "../../app/shown-space.tsx";
import { Allowed } from "../../form/allowed.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { FormShell } from "../../form/form-shell.tsx";
import { PickAgreement } from "../../form/picks.tsx";
import { orNull, type Texts, wholeNumber } from "../../form/texts.ts";
import { type FormState, useForm } from "../../form/use-form.ts";
import { whereAllowed } from "../../form/where-allowed.ts";
import { Name } from "../../language/figures.tsx";
import { checkPeriod, emptyAgreement, type NewName } from "./agreement-texts.ts";
import { PlaceAndTimeQuestions, TitleQuestions, TypeQuestions } from "./questions.tsx";
import "./agreement-forms.css";

const kinds = ["instrument", "bundle", "contract_programme", "programme", "plan"] as const;

export function OpenAgreementPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "agreementForm.open" });
  const { data: who } = useQuery(me());
  const isAllowed = may(who, "agreements.open") || may(who, "agreements.draft");
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="agreementForm.open.lead" />}>
      <Allowed is={who && isAllowed}>
        <OpenForm mayLead={may(who, "agreements.open")} mayDraft={may(who, "agreements.draft")} />
      </Allowed>
    </Page>
  );
}

function useOpenForm(asDraft: RefObject<boolean>) {
  const space = useShownSpace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: who } = useQuery(me());
  const { ledToBy = "", event } = useSearch({ from: "/agreements/new" });
  const join = useJoinToEvent(event);
  return useForm<NewName, { reference: string }>({
    name: `agreement new ${space}${ledToBy && ` after ${ledToBy}`}${event ? ` from ${event}` : ""}`,
    recorded: { texts: { ...emptyAgreement, ledToBy }, revision: null },
    rules: bodies.openLead,
    check: (values) => ({
      ...checkPeriod(values),
      ...whereAllowed(who, values, "territoryId", "leadOrganisation", "parent"),
    }),
    about: {
      "agreements.reference_taken": "reference",
      "agreements.type_of_other_kind": "type",
      "agreements.period_reversed": "periodTo",
      "agreements.stands_for_only_bundle": "standsFor",
    },
    save: (values) => {
      const body = bodyOf(values, space);
      return join(() =>
        given(
          asDraft.current
            ? api.POST("/api/v1/agreements", { body })
            : api.POST("/api/v1/agreement-leads", { body }),
        ),
      );
    },
    onSaved: async ({ reference }) => {
      await client.invalidateQueries({ queryKey: ["agreements"] });
      await navigate({
        to: "/agreements/$reference/edit",
        params: { reference },
        search: { saved: "opened" },
      });
    },
  });
}

/** What was opened is kept until the event holds it too: sent again after a failure, nothing is opened twice. */
function useJoinToEvent(event: string | undefined) {
  const opened = useRef<{ reference: string }>(null);
  return async (open: () => Promise<{ reference: string }>) => {
    const agreement = opened.current ?? (await open());
    if (event === undefined) return agreement;
    opened.current = agreement;
    const body = { event, agreement: agreement.reference, relation: "discussed_at" as const };
    await given(api.POST("/api/v1/events/agreements", { body }));
    return agreement;
  };
}

function OpenForm({ mayLead, mayDraft }: { mayLead: boolean; mayDraft: boolean }) {
  const intl = useIntl();
  const asDraft = useRef(!mayLead);
  const form = useOpenForm(asDraft);
  const drafting = useMutation({
    mutationFn: async () => {
      asDraft.current = true;
      await form.send();
      asDraft.current = !mayLead;
    },
  });
  return (
    <>
      <FormShell
        form={form}
        label={intl.formatMessage({ id: "agreementForm.open" })}
        action={<FormattedMessage id={mayLead ? "agreementForm.openLead" : "agreementForm.draft"} />}
        nameOf={(field) => <FormattedMessage id={`agreementForm.${field}`} />}
      >
        <OpenQuestions form={form} />
      </FormShell>
      {mayLead && mayDraft && (
        <p className="other-way">
          <button
            type="button"
            className="button"
            disabled={drafting.isPending || form.isSending}
            onClick={() => drafting.mutate()}
          >
            <FormattedMessage id="agreementForm.draft" />
          </button>{" "}
          <span className="small muted">
            <FormattedMessage id="agreementForm.draft.why" />
          </span>
        </p>
      )}
    </>
  );
}

function OpenQuestions({ form }: { form: FormState<NewName> }) {
  const space = useShownSpace();
  const { event } = useSearch({ from: "/agreements/new" });
  const kind = kindOf(form.values.kind);
  return (
    <>
      {event && (
        <p>
          <FormattedMessage id="agreementForm.fromEvent" values={{ event: <Name>{event}</Name> }} />
        </p>
      )}
      <TitleQuestions form={form} />
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="agreementForm.kind"
        why="agreementForm.kind.why"
        options={kinds.map((value) => ({ value, id: `agreement.kind.${value}` }))}
      />
      <TypeQuestions form={form} kind={kind} />
      <PlaceAndTimeQuestions form={form} kind={kind} space={space} />
      <PickAgreement
        form={form}
        name="ledToBy"
        space={space}
        label="agreementForm.ledToBy"
        why="agreementForm.ledToBy.why"
      />
      <PickAgreement
        form={form}
        name="parent"
        space={space}
        label="agreementForm.parent"
        why="agreementForm.parent.why"
      />
      <AskText
        form={form}
        name="reference"
        direction="ltr"
        label="agreementForm.reference"
        why="agreementForm.reference.why"
      />
      <AskText
        form={form}
        name="nextAction"
        label="agreementForm.nextAction"
        why="agreementForm.nextAction.why"
      />
      <AskText form={form} name="nextActionOn" type="date" label="agreementForm.nextActionOn" />
    </>
  );
}

const kindOf = (text: string): Agreement["kind"] => kinds.find((one) => one === text) ?? "instrument";

function bodyOf(values: Texts<NewName>, space: "real" | "simulated") {
  const kind = kindOf(values.kind);
  const reference = orNull(values.reference);
  return {
    ...{ space, kind, title: values.title.trim(), ...(reference && { reference }) },
    ...{ titleAr: orNull(values.titleAr), titleEn: orNull(values.titleEn), purpose: orNull(values.purpose) },
    type: orNull(values.type) as Agreement["type"],
    standsFor: kind === "bundle" ? wholeNumber(values.standsFor) : null,
    ...{ periodFrom: orNull(values.periodFrom), periodTo: orNull(values.periodTo) },
    competence: orNull(values.competence) as Agreement["competence"],
    ...{ territoryId: orNull(values.territoryId), leadOrganisation: orNull(values.leadOrganisation) },
    ...{ parent: orNull(values.parent), nextAction: orNull(values.nextAction) },
    ...{ nextActionOn: orNull(values.nextActionOn), ledToBy: orNull(values.ledToBy) },
  };
}
