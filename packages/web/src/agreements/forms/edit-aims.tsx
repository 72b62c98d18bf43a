// Stated aims with their author (parity, spatial equity): not commitments, and never counted as such.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Agreement } from "../../api/read.ts";
import { AskChoice, AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { FormShell } from "../../form/form-shell.tsx";
import { PickOrganisation } from "../../form/picks.tsx";
import { RemoveButton } from "../../form/remove-button.tsx";
import { orNull } from "../../form/texts.ts";
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
  const client = useQueryClient();
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
    onSaved: () => {
      form.startAgain();
      void client.invalidateQueries();
    },
  });
  return form;
}

function AddAim({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const form = useAimForm(agreement);
  return (
    <details className="add-part">
      <summary>
        <FormattedMessage id="agreementForm.addAim" />
      </summary>
      <FormShell
        form={form}
        isSmall
        label={intl.formatMessage({ id: "agreementForm.addAim" })}
        action={<FormattedMessage id="agreementForm.addAim" />}
        nameOf={(name) => name}
      >
        <AskChoice
          form={form}
          name="kind"
          isNeeded
          label={<FormattedMessage id="agreementForm.aimKind" />}
          options={kinds.map((value) => ({
            value,
            words: intl.formatMessage({ id: `agreement.orientation.${value}` }),
          }))}
        />
        <AskText
          form={form}
          name="wording"
          lines={2}
          label={<FormattedMessage id="agreementForm.wording" />}
        />
        <PickOrganisation
          form={form}
          name="authorOrganisation"
          space={agreement.space}
          label={<FormattedMessage id="agreementForm.authorOrganisation" />}
        />
        <AskText
          form={form}
          name="authorText"
          label={<FormattedMessage id="agreementForm.authorText" />}
          why={<FormattedMessage id="agreementForm.authorText.why" />}
        />
      </FormShell>
    </details>
  );
}
