// The places where a role may hold, to be chosen.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { useShownSpace } from "../app/shown-space.tsx";
import { ChoiceField, TextField } from "../form/fields.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { organisationsLike, territories } from "./places.ts";

export const placeKinds = ["everywhere", "territory", "organisation", "agreement"] as const;
export type PlaceKind = (typeof placeKinds)[number];

export function PlaceField({ kind, value, onChange }: PlaceFieldProps & { kind: PlaceKind }) {
  if (kind === "territory") return <TerritoryField value={value} onChange={onChange} />;
  if (kind === "organisation") return <OrganisationField value={value} onChange={onChange} />;
  if (kind !== "agreement") return null;
  return (
    <TextField
      label={<FormattedMessage id="users.agreement" />}
      why={<FormattedMessage id="users.agreementWhy" />}
      isNeeded
      value={value}
      onChange={onChange}
    />
  );
}

interface PlaceFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TerritoryField({ value, onChange }: PlaceFieldProps) {
  const locale = useLocale();
  const intl = useIntl();
  const { data = [] } = useQuery(territories(useShownSpace()));
  const options = data.map(({ id, kind, name }) => ({
    value: id,
    words: `${kind === "province" ? "— " : ""}${name[locale] ?? name.fr}`,
  }));
  return (
    <ChoiceField
      label={<FormattedMessage id="users.territory" />}
      why={<FormattedMessage id="users.territoryWhy" />}
      isNeeded
      value={value}
      onChange={onChange}
      options={[{ value: "", words: intl.formatMessage({ id: "users.choose" }) }, ...options]}
    />
  );
}

function OrganisationField({ value, onChange }: PlaceFieldProps) {
  const { data } = useQuery(organisationsLike(useShownSpace(), value));
  const options = data?.organisations.map(({ reference, name }) => ({ value: reference, words: name })) ?? [];
  return (
    <TextField
      label={<FormattedMessage id="users.organisation" />}
      why={<FormattedMessage id="users.organisationWhy" />}
      isNeeded
      value={value}
      onChange={onChange}
      options={options}
    />
  );
}
