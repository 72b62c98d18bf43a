// Who is bound: added with a role and who speaks for it, taken away with a reason as long as no text is signed.
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import { useOrganisationName } from "../../api/organisations.ts";
import type { Agreement } from "../../api/read.ts";
import { AddForm } from "../../form/add-form.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { PickOrganisation } from "../../form/picks.tsx";
import { RemoveButton } from "../../form/remove-button.tsx";
import { orNull } from "../../form/texts.ts";
import { useAfter } from "../../form/use-after.ts";
import { useForm } from "../../form/use-form.ts";
import { Name } from "../../language/figures.tsx";
import { Section } from "../section.tsx";
import { isFixed } from "./is-fixed.ts";
import { useOfficeHolders } from "./office-holders.ts";

type Party = Agreement["partiesInFull"][number];

export function EditParties({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const client = useQueryClient();
  const nameOf = useOrganisationName(agreement.space);
  const { reference, partiesInFull: parties } = agreement;
  const remove = async (party: Party, reason: string) => {
    await given(
      api.POST("/api/v1/agreements/{agreement}/parties/{partyId}/removal", {
        params: { path: { agreement: reference, partyId: party.id } },
        body: { reason },
      }),
    );
    await client.invalidateQueries();
  };
  return (
    <Section
      title={<FormattedMessage id="agreement.parties" />}
      note={<FormattedMessage id="agreement.partyCount" values={{ count: parties.length }} />}
    >
      {parties.length === 0 && (
        <p className="muted">
          <FormattedMessage id="agreement.noParty" />
        </p>
      )}
      <ul className="row-list">
        {parties.map((party) => {
          const name = nameOf({ reference: party.reference, name: party.nameAtSignature });
          return (
            <li key={party.id} className="part-row">
              <span>
                <Name>{name}</Name>{" "}
                <span className="small muted">
                  <FormattedMessage id={`agreement.role.${party.role}`} />
                  {party.representatives.map((one) => (
                    <span key={one.id}>
                      {" · "}
                      <Name>{one.name ?? one.function}</Name>
                    </span>
                  ))}
                </span>
              </span>
              {!isFixed(agreement) && (
                <RemoveButton
                  what={`${name} · ${intl.formatMessage({ id: `agreement.role.${party.role}` })}`}
                  onRemove={(reason) => remove(party, reason)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!isFixed(agreement) && <AddParty agreement={agreement} />}
    </Section>
  );
}

const emptyParty = { organisation: "", role: "", representative: "", nameAtSignature: "" };

function usePartyForm({ reference }: Agreement) {
  const after = useAfter();
  const form = useForm({
    name: `party of ${reference}`,
    recorded: { texts: emptyParty, revision: null },
    rules: bodies.addParty,
    check: ({ role }) => (role === "" ? { role: { id: "form.fault.needed" } } : {}),
    about: { "organisations.unknown": "organisation", "agreements.role_not_of_kind": "role" },
    save: (values) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/parties", {
          params: { path: { agreement: reference } },
          body: {
            organisation: values.organisation,
            role: values.role as Party["role"],
            representatives: values.representative ? [values.representative] : [],
            ...(orNull(values.nameAtSignature) && { nameAtSignature: values.nameAtSignature.trim() }),
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return form;
}

function AddParty({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const { kind, space } = agreement;
  const form = usePartyForm(agreement);
  const holders = useOfficeHolders(form.values.organisation);
  const roles = (
    ["signatory", "counterparty", "funder", "operator", "partner", "trainer", "host", "patron"] as const
  )
    // who signed which agreement of a bundle is unknown
    .filter((role) => role !== (kind === "bundle" ? "signatory" : "counterparty"))
    .map((value) => ({ value, id: `agreement.role.${value}` }));
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.addParty" })}>
      <PickOrganisation
        form={form}
        name="organisation"
        space={space}
        isNeeded
        label="agreementForm.party"
        why={
          <Link to="/organisations/new">
            <FormattedMessage id="agreementForm.newOrganisation" />
          </Link>
        }
      />
      <AskChoice form={form} name="role" isNeeded label="agreementForm.role" options={roles} />
      {holders.length > 0 && (
        <AskChoice form={form} name="representative" label="agreementForm.representative" options={holders} />
      )}
      <AskText
        form={form}
        name="nameAtSignature"
        label="agreementForm.nameAtSignature"
        why="agreementForm.nameAtSignature.why"
      />
    </AddForm>
  );
}
