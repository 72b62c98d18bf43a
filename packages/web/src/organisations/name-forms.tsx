// What is added to an organisation: its next official name, another name by which it is called, a focal point.
import { useIntl } from "react-intl";
import { api, given } from "../api/client.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { useAfter } from "../form/use-after.ts";
import { useForm } from "../form/use-form.ts";
import type { Organisation } from "./read-organisation.ts";

const languages = ["fr", "ar", "en"] as const;
const aliasKinds = ["alias", "acronym", "former"] as const;

interface AddProps {
  readonly organisation: Organisation;
}

const languageOptions = languages.map((value) => ({ value, id: `organisationForm.language.${value}` }));

export function GiveName({ organisation: { reference } }: AddProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `name of ${reference}`,
    recorded: { texts: { name: "", language: "fr", from: "", reason: "" }, revision: null },
    rules: bodies.renameOrganisation,
    about: { "organisations.same_name": "name", "organisations.renamed_later": "from" },
    save: ({ name, language, from, reason }) =>
      given(
        api.POST("/api/v1/organisations/{organisation}/names", {
          params: { path: { organisation: reference } },
          body: {
            ...{ name: name.trim(), from, reason: orNull(reason) },
            language: languages.find((one) => one === language) ?? "fr",
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "organisationForm.giveName" })}>
      <AskText form={form} name="name" label="organisationForm.nextName" />
      <AskChoice
        form={form}
        name="language"
        isNeeded
        label="organisationForm.language"
        options={languageOptions}
      />
      <AskText form={form} name="from" type="date" label="organisationForm.fromDay" />
      <AskText form={form} name="reason" label="organisationForm.reason" />
    </AddForm>
  );
}

export function AddAlias({ organisation: { reference } }: AddProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `alias of ${reference}`,
    recorded: { texts: { name: "", language: "fr", kind: "alias" }, revision: null },
    rules: bodies.addAlias,
    save: ({ name, language, kind }) =>
      given(
        api.POST("/api/v1/organisations/{organisation}/aliases", {
          params: { path: { organisation: reference } },
          body: {
            name: name.trim(),
            language: languages.find((one) => one === language) ?? "fr",
            kind: aliasKinds.find((one) => one === kind) ?? "alias",
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "organisationForm.addAlias" })}>
      <AskText form={form} name="name" label="organisationForm.otherName" />
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="organisationForm.aliasKind"
        options={aliasKinds.map((value) => ({ value, id: `organisationForm.nameKind.${value}` }))}
      />
      <AskChoice
        form={form}
        name="language"
        isNeeded
        label="organisationForm.language"
        options={languageOptions}
      />
    </AddForm>
  );
}

export function AddFocalPoint({ organisation: { reference } }: AddProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `focal point of ${reference}`,
    recorded: { texts: { function: "", mail: "" }, revision: null },
    rules: bodies.addFocalPoint,
    check: (values) => needed(values, "function"),
    save: (values) =>
      given(
        api.POST("/api/v1/organisations/{organisation}/focal-points", {
          params: { path: { organisation: reference } },
          body: { function: values.function.trim(), mail: orNull(values.mail) },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "organisationForm.addFocalPoint" })}>
      <AskText
        form={form}
        name="function"
        label="organisationForm.function"
        why="organisationForm.function.why"
      />
      <AskText form={form} name="mail" type="email" label="organisationForm.mail" />
    </AddForm>
  );
}
