// How the organisation stands to others: whose member, client or operator it is, and whose it has.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Sent } from "../api/answers.ts";
import { api, given } from "../api/client.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { PickOrganisation } from "../form/picks.tsx";
import { useAfter } from "../form/use-after.ts";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import type { Organisation } from "./read-organisation.ts";

interface RelationsProps {
  readonly organisation: Organisation;
  readonly isAllowed: boolean;
}

export function Relations({ organisation, isAllowed }: RelationsProps) {
  const nameOf = useOrganisationName(organisation.space);
  return (
    <Section title={<FormattedMessage id="organisationForm.relations" />}>
      {organisation.relations.length === 0 && (
        <p className="muted">
          <FormattedMessage id="organisationForm.noRelation" />
        </p>
      )}
      <ul className="row-list">
        {organisation.relations.map((one) => (
          <li key={`${one.kind} ${one.direction} ${one.reference}`}>
            <FormattedMessage id={`partners.relation.${one.kind}.${one.direction}`} />{" "}
            <Link to="/partners/$reference" params={{ reference: one.reference }}>
              <Name>{nameOf(one)}</Name>
            </Link>
          </li>
        ))}
      </ul>
      {isAllowed && <AddRelation organisation={organisation} />}
    </Section>
  );
}

type RelationKind = Sent<"/api/v1/organisation-relations">["kind"];
const kinds = [
  ...(["member_of", "client_of", "supervised_by", "peer_of", "operates_for"] as const),
] satisfies readonly RelationKind[];

function AddRelation({ organisation: { reference, space } }: { organisation: Organisation }) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `relation of ${reference}`,
    recorded: { texts: { kind: "member_of", to: "" }, revision: null },
    check: (values) => needed(values, "kind", "to"),
    about: { "organisations.unknown": "to", "organisations.relation_to_itself": "to" },
    save: ({ kind, to }) =>
      given(
        api.POST("/api/v1/organisation-relations", {
          body: { from: reference, to, kind: kinds.find((one) => one === kind) ?? "member_of" },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "organisationForm.addRelation" })}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="organisationForm.relationKind"
        options={kinds.map((value) => ({ value, id: `partners.relation.${value}.to` }))}
      />
      <PickOrganisation form={form} name="to" space={space} label="organisationForm.relationTo" />
    </AddForm>
  );
}
