// Who does what for the promise: the agency before creation, an association for loans, the region pays.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { api, given } from "../api/client.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Commitment } from "../api/read.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { PickOrganisation } from "../form/picks.tsx";
import { RemoveButton } from "../form/remove-button.tsx";
import { useAfter } from "../form/use-after.ts";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";

interface ResponsibilitySectionProps {
  readonly commitment: Commitment;
  readonly isAllowed: boolean;
}

export function ResponsibilitySection({ commitment, isAllowed }: ResponsibilitySectionProps) {
  const client = useQueryClient();
  const nameOf = useOrganisationName(commitment.space);
  const release = async (organisation: string, task: string, reason: string) => {
    await given(
      api.POST("/api/v1/commitments/release-responsibility", {
        body: { commitment: commitment.reference, organisation, task, reason },
      }),
    );
    await client.invalidateQueries();
  };
  return (
    <Section title={<FormattedMessage id="commitmentForm.responsibilities" />}>
      {commitment.responsibilities.length === 0 && (
        <p className="muted">
          <FormattedMessage id="commitmentForm.noTask" />
        </p>
      )}
      <ul className="row-list">
        {commitment.responsibilities.map(({ organisation, name, task }) => (
          <li key={`${organisation} ${task}`} className="part-row">
            <span>
              <Name>{task}</Name>{" "}
              <span className="small muted">
                <Name>{nameOf({ reference: organisation, name })}</Name>
              </span>
            </span>
            {isAllowed && (
              <RemoveButton
                what={`${task} · ${name}`}
                onRemove={(reason) => release(organisation, task, reason)}
              />
            )}
          </li>
        ))}
      </ul>
      {isAllowed && <AddTask commitment={commitment} />}
    </Section>
  );
}

function AddTask({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `task of ${commitment.reference}`,
    recorded: { texts: { task: "", organisation: "" }, revision: null },
    rules: bodies.assignResponsibility,
    about: { "organisations.unknown": "organisation" },
    save: ({ task, organisation }) =>
      given(
        api.POST("/api/v1/commitments/assign-responsibility", {
          body: { commitment: commitment.reference, organisation, task: task.trim() },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "commitmentForm.addTask" })}>
      <AskText form={form} name="task" label="commitmentForm.task" />
      <PickOrganisation
        form={form}
        name="organisation"
        space={commitment.space}
        isNeeded
        label="commitmentForm.taskOf"
      />
    </AddForm>
  );
}
