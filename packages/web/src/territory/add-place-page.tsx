// Adds one place by hand: a region of a fictional nation, a new commune, a foreign country.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { api, given } from "../api/client.ts";
import { type PlaceDetail, placeDetail, placesUnder } from "../api/territory.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Allowed } from "../form/allowed.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import { kindsUnder, type PlaceKind, topScheme, typesOf } from "./kinds.ts";
import { type PlaceField, PlaceQuestions } from "./place-questions.tsx";

export function AddPlacePage() {
  const intl = useIntl();
  const label = useLabel();
  const space = useShownSpace();
  const { under } = useSearch({ from: "/territories/new" });
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery({
    ...placeDetail(space, under ?? ""),
    enabled: under !== undefined,
  });
  const name = intl.formatMessage({ id: "territory.add" });
  const { data: siblings } = useQuery(placesUnder(space, under));
  const isReady = who !== undefined && siblings !== undefined && (under === undefined || data !== undefined);
  // a new place is named by the codes of its neighbours: communes have a scheme of their own
  const scheme = under === undefined ? topScheme : (siblings?.at(0)?.scheme ?? data?.scheme ?? topScheme);
  return (
    <Page
      title={name}
      name={name}
      lead={
        data ? (
          <FormattedMessage id="territory.addUnder" values={{ place: label(data.name) }} />
        ) : (
          <FormattedMessage id="territory.addTop" />
        )
      }
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!isReady && !error && <Waiting />}
      {isReady && (
        <Allowed is={may(who, "territory.load")}>
          <AddForm key={under ?? "top"} parent={data} scheme={scheme} />
        </Allowed>
      )}
    </Page>
  );
}

const empty = { code: "", kind: "", type: "", fr: "", ar: "", en: "", zgh: "" };

interface AddFormProps {
  readonly parent: PlaceDetail | undefined;
  readonly scheme: string;
}

function useAddForm({ parent, scheme }: AddFormProps, kinds: readonly PlaceKind[]) {
  const space = useShownSpace();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<PlaceField, { id: string }>({
    name: `place under ${space} ${parent?.code ?? "nothing"}`,
    recorded: { texts: { ...empty, kind: kinds[0] ?? "" }, revision: null },
    rules: { ...bodies.addTerritory, ...nameRules },
    check: (values) => needed(values, "fr", "ar"),
    about: {
      ...{ "territory.code_taken": "code", "territory.nation_exists": "kind" },
      ...{ "territory.parent_kind_wrong": "kind", "territory.type_wrong": "type" },
    },
    save: (values) => {
      const kind = kinds.find((one) => one === values.kind) ?? kinds[0] ?? "abroad";
      return given(
        api.POST("/api/v1/territories", {
          body: {
            ...{ space, scheme, code: values.code.trim(), kind },
            parent: parent ? { scheme: parent.scheme, code: parent.code } : null,
            type: typesOf(kind).find((one) => one === values.type) ?? null,
            name: {
              ...{ fr: values.fr.trim(), ar: values.ar.trim() },
              ...{ en: orNull(values.en), zgh: orNull(values.zgh) },
            },
          },
        }),
      );
    },
    onSaved: async () => {
      await client.invalidateQueries();
      await navigate({ to: "/territories", search: (before) => ({ ...before, under: parent?.code }) });
    },
  });
}

const nameRule = { type: "string", maxLength: 200 };
const nameRules = { fr: nameRule, ar: nameRule, en: nameRule, zgh: nameRule };

function AddForm(props: AddFormProps) {
  const intl = useIntl();
  const kinds = kindsUnder(props.parent?.kind);
  const form = useAddForm(props, kinds);
  if (kinds.length === 0) return <FormattedMessage id="territory.nothingBelow" />;
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "territory.add" })}
      action={<FormattedMessage id="territory.write" />}
      nameOf={(name) => <FormattedMessage id={`territory.form.${name}`} />}
    >
      <PlaceQuestions form={form} kinds={kinds} />
    </FormShell>
  );
}
