// Stated aims with their author (parity, spatial equity): not commitments, and never counted as such.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
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

type Aim = Agreement["orientations"][number];
const kinds = [
  ...(["gender_parity", "spatial_equity", "territorial_inclusion", "universality"] as const),
  ...(["anticipation", "synergy", "other"] as const),
];

export function EditAims({ agreement }: { agreement: Agreement }) {
  const client = useQueryClient();
  const remove = async (aim: Aim, reason: string) => {
    await given(
      api.POST("/api/v1/agreements/{agreement}/orientations/{orientationId}/removal", {
        params: { path: { agreement: agreement.reference, orientationId: aim.id } },
        body: { reason },
      }),
    );
    await client.invalidateQueries();
  };
  return (
    <Section
      title={<FormattedMessage id="agreement.orientations" />}
      note={<FormattedMessage id="agreement.orientationsNote" />}
    >
      <ul className="row-list">
        {agreement.orientations.map((aim) => (
          <li key={aim.id} className="part-row">
            <span>
              <FormattedMessage id={`agreement.orientation.${aim.kind}`} /> · <Name>{aim.wording}</Name>
            </span>
            {!isFixed(agreement) && (
              <RemoveButton what={aim.wording} onRemove={(reason) => remove(aim, reason)} />
            )}
          </li>
        ))}
      </ul>
      <AddAim agreement={agreement} />
    </Section>
  );
}

const emptyAim = { kind: "", wording: "", authorOrganisation: "", authorText: "" };

function useAimForm(agreement: Agreement) {
  const after = useAfter();
  const form = useForm({
    name: `aim of ${agreement.reference}`,
    recorded: { texts: emptyAim, revision: null },
    rules: bodies.stateOrientation,
    check: ({ kind, authorOrganisation, authorText }) => ({
      ...(kind === "" && { kind: { id: "form.fault.needed" } }),
      ...(authorOrganisation + authorText.trim() === "" && {
        authorText: { id: "agreementForm.fault.author" },
      }),
    }),
    save: ({ kind, wording, authorOrganisation, authorText }) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/orientations", {
          params: { path: { agreement: agreement.reference } },
          body: {
            ...{ kind: kind as Aim["kind"], wording: wording.trim(), authorText: orNull(authorText) },
            authorOrganisation: orNull(authorOrganisation),
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return form;
}

function AddAim({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const form = useAimForm(agreement);
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.addAim" })}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="agreementForm.aimKind"
        options={kinds.map((value) => ({ value, id: `agreement.orientation.${value}` }))}
      />
      <AskText form={form} name="wording" lines={2} label="agreementForm.wording" />
      <PickOrganisation
        form={form}
        name="authorOrganisation"
        space={agreement.space}
        label="agreementForm.authorOrganisation"
      />
      <AskText
        form={form}
        name="authorText"
        label="agreementForm.authorText"
        why="agreementForm.authorText.why"
      />
    </AddForm>
  );
}
