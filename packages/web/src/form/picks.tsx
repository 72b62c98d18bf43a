// Something of the register, chosen by its name: a place, an organisation, an agreement. The form keeps its id or its
// reference.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { api, given } from "../api/client.ts";
import type { Space } from "../app/address.ts";
import { Name, useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { territories } from "../users/places.ts";
import { AskChoice } from "./asked.tsx";
import { describedBy, FieldFault } from "./fields.tsx";
import { said } from "./said.tsx";
import { type Hit, SearchField, useSearchText } from "./search-field.tsx";
import type { FormState } from "./use-form.ts";

interface PickProps<FieldName extends string> {
  readonly form: FormState<FieldName>;
  readonly name: FieldName;
  readonly space: Space;
  readonly label: ReactNode;
  readonly why?: ReactNode;
  readonly isNeeded?: boolean;
}

/** The country, a region or a province, by its id. */
export function PickTerritory<FieldName extends string>({ space, ...rest }: PickProps<FieldName>) {
  const label = useLabel();
  const { data = [] } = useQuery(territories(space));
  const options = data.map(({ id, kind, name }) => ({
    value: id,
    words: `${kind === "province" ? "— " : ""}${label(name)}`,
  }));
  return <AskChoice {...rest} options={options} />;
}

/** An organisation by its reference. */
export function PickOrganisation<FieldName extends string>(props: PickProps<FieldName>) {
  const { space, form, name } = props;
  const reference = form.values[name];
  const search = useSearchText();
  const hits = useOrganisationHits(space, search.asked);
  const locale = useLocale();
  const { data } = useQuery({
    queryKey: ["organisation", reference],
    queryFn: () =>
      given(
        api.GET("/api/v1/organisations/{organisation}", { params: { path: { organisation: reference } } }),
      ),
    enabled: reference !== "",
  });
  const called = (locale === "ar" ? data?.nameAr : locale === "en" ? data?.nameEn : null) ?? data?.name;
  return <Pick {...props} search={search} hits={hits} chosen={called} />;
}

function useOrganisationHits(space: Space, text: string): Hit[] | undefined {
  const locale = useLocale();
  const { data } = useQuery({
    queryKey: ["organisation search", space, text],
    queryFn: () => given(api.GET("/api/v1/organisations", { params: { query: { space, text, limit: 8 } } })),
    enabled: text !== "",
    placeholderData: (before) => before,
  });
  return data?.organisations.map((one) => ({
    code: one.reference,
    words: <Name>{(locale === "ar" ? one.nameAr : null) ?? one.name}</Name>,
    note: one.reference,
  }));
}

/** An agreement by its reference. */
export function PickAgreement<FieldName extends string>(props: PickProps<FieldName>) {
  const { space, form, name } = props;
  const reference = form.values[name];
  const search = useSearchText();
  const { data } = useQuery({
    queryKey: ["agreement search", space, search.asked],
    queryFn: () =>
      given(api.GET("/api/v1/agreements", { params: { query: { space, text: search.asked, limit: 8 } } })),
    enabled: search.asked !== "",
    placeholderData: (before) => before,
  });
  const hits = data?.agreements.map((one) => ({
    code: one.reference,
    words: <Name>{one.title}</Name>,
    note: one.reference,
  }));
  return <Pick {...props} search={search} hits={hits} chosen={reference || undefined} />;
}

interface FoundProps<FieldName extends string> extends PickProps<FieldName> {
  readonly search: ReturnType<typeof useSearchText>;
  readonly hits: readonly Hit[] | undefined;
  readonly chosen: string | undefined;
}

function Pick<FieldName extends string>(props: FoundProps<FieldName>) {
  const { form, name, label, why, search, hits, chosen } = props;
  const id = useId();
  const fault = form.faultOf(name);
  const value = form.values[name];
  const isHeard = describedBy(id, { why, fault });
  return (
    <div className="question">
      <label htmlFor={id}>{said(label)}</label>
      {why && (
        <p id={`${id}-why`} className="small muted">
          {said(why)}
        </p>
      )}
      <SearchField
        control={{
          id,
          ...(isHeard && { "aria-describedby": isHeard }),
          ...(fault && { "aria-invalid": true as const }),
        }}
        chosen={
          value === "" ? null : <Name>{chosen && chosen !== value ? `${chosen} · ${value}` : value}</Name>
        }
        onChoose={(code) => form.set(name, code)}
        onClear={() => form.set(name, "")}
        search={search}
        hits={hits}
      />
      <FieldFault id={id} fault={fault} />
    </div>
  );
}
