import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { bringIn, type Diagnosis, leaveOut } from "../api/diagnoses.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { PickOrganisation } from "../form/picks.tsx";
import { RemoveButton } from "../form/remove-button.tsx";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { useReadAnew } from "./use-after.ts";

const roles = ["leads", "facilitates", "takes_part", "expert"] as const;

export function ActorsSection({ diagnosis }: { diagnosis: Diagnosis }) {
  const nameOf = useOrganisationName(diagnosis.space);
  const anew = useReadAnew(diagnosis.reference);
  const edits = diagnosis.writable.includes("actors");
  return (
    <Section anchor="actors" title={<FormattedMessage id="diagnosis.actors" />}>
      {diagnosis.actors.length === 0 && (
        <p className="muted">
          <FormattedMessage id="diagnosis.noActor" />
        </p>
      )}
      <ul className="bare-list">
        {diagnosis.actors.map(({ organisation, role }) => (
          <li key={organisation.reference} className="part-row">
            <span>
              <Name>{nameOf(organisation)}</Name>
              <span className="small muted">
                {" · "}
                <FormattedMessage id={`diagnosis.role.${role}`} />
              </span>
            </span>
            {edits && (
              <RemoveButton
                what={nameOf(organisation)}
                onRemove={async (reason) => {
                  await leaveOut(diagnosis.reference, organisation.reference, reason);
                  await anew();
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {edits && <AddActor diagnosis={diagnosis} />}
    </Section>
  );
}

function AddActor({ diagnosis: { reference, space } }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const anew = useReadAnew(reference);
  const form = useForm({
    name: `diagnosis actor ${reference}`,
    recorded: { texts: { organisation: "", role: "" }, revision: null },
    check: (values) => needed(values, "organisation", "role"),
    about: { "diagnosis.actor_there": "organisation", "organisations.unknown": "organisation" },
    save: ({ organisation, role }) =>
      bringIn(reference, { organisation, role: roles.find((one) => one === role) ?? "takes_part" }),
    onSaved: () => {
      form.startAgain();
      void anew();
    },
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "diagnosis.addActor" })}>
      <PickOrganisation form={form} name="organisation" space={space} label="diagnosis.form.organisation" />
      <AskChoice
        form={form}
        name="role"
        isNeeded
        label="diagnosis.form.role"
        options={roles.map((value) => ({ value, id: `diagnosis.role.${value}` }))}
      />
    </AddForm>
  );
}
