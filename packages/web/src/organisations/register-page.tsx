// Registers an organisation: what it is called in each language, what it is, how it is known officially.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { api, given } from "../api/client.ts";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Allowed } from "../form/allowed.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { PickOrganisation, PickTerritory } from "../form/picks.tsx";
import { orNull } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { isIce, organisationKinds } from "./kinds.ts";

export function RegisterOrganisationPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "organisationForm.new" });
  const { data: who } = useQuery(me());
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="organisationForm.lead" />}>
      <Allowed is={who && may(who, "organisations.register")}>
        <RegisterForm />
      </Allowed>
    </Page>
  );
}

const empty = {
  ...{ name: "", nameAr: "", nameEn: "", kind: "", ice: "", country: "MA", territoryId: "" },
  ...{ parent: "", reference: "" },
};
type Field = keyof typeof empty;

function useRegisterForm() {
  const space = useShownSpace();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<Field, { reference: string }>({
    name: `organisation new ${space}`,
    recorded: { texts: empty, revision: null },
    rules: bodies.registerOrganisation,
    check: (values) => ({
      ...needed(values, "kind"),
      ...(!isIce(values.ice) && { ice: { id: "organisationForm.fault.ice" } }),
    }),
    about: {
      "organisations.reference_taken": "reference",
      "organisations.ice_taken": "ice",
      "organisations.unknown": "parent",
      "organisations.territory_unknown": "territoryId",
    },
    save: (values) =>
      given(
        api.POST("/api/v1/organisations", {
          body: {
            ...{
              space,
              name: values.name.trim(),
              nameAr: orNull(values.nameAr),
              nameEn: orNull(values.nameEn),
            },
            kind: organisationKinds.find((one) => one === values.kind) ?? "other",
            ...{ ice: orNull(values.ice), country: values.country.trim().toUpperCase() || "MA" },
            ...{ territoryId: orNull(values.territoryId), parent: orNull(values.parent) },
            ...(orNull(values.reference) && { reference: values.reference.trim() }),
          },
        }),
      ),
    onSaved: async ({ reference }) => {
      await client.invalidateQueries();
      await navigate({ to: "/organisations/$reference/edit", params: { reference } });
    },
  });
}

function RegisterForm() {
  const intl = useIntl();
  const form = useRegisterForm();
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "organisationForm.new" })}
      action={<FormattedMessage id="organisationForm.register" />}
      nameOf={(name) => <FormattedMessage id={`organisationForm.${name}`} />}
    >
      <NameQuestions form={form} />
      <IdentityQuestions form={form} />
    </FormShell>
  );
}

function NameQuestions({ form }: { form: FormState<Field> }) {
  return (
    <>
      <AskText form={form} name="name" label="organisationForm.name" why="organisationForm.name.why" />
      <AskText form={form} name="nameAr" label="organisationForm.nameAr" why="organisationForm.nameAr.why" />
      <AskText form={form} name="nameEn" label="organisationForm.nameEn" />
    </>
  );
}

function IdentityQuestions({ form }: { form: FormState<Field> }) {
  const space = useShownSpace();
  return (
    <>
      <AskChoice
        form={form}
        name="kind"
        label="organisationForm.kind"
        options={organisationKinds.map((value) => ({ value, id: `organisationForm.kind.${value}` }))}
      />
      <AskText form={form} name="ice" digits label="organisationForm.ice" why="organisationForm.ice.why" />
      <AskText
        form={form}
        name="country"
        direction="ltr"
        label="organisationForm.country"
        why="organisationForm.country.why"
      />
      <PickTerritory form={form} name="territoryId" space={space} label="organisationForm.territoryId" />
      <PickOrganisation form={form} name="parent" space={space} label="organisationForm.parent" />
      <AskText
        form={form}
        name="reference"
        direction="ltr"
        label="organisationForm.reference"
        why="organisationForm.reference.why"
      />
    </>
  );
}
