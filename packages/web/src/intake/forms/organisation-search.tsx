import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Space } from "../../app/address.ts";
import type { Control } from "../../form/control.ts";
import { type Hit, SearchField, useSearchText } from "../../form/search-field.tsx";
import { Name } from "../../language/figures.tsx";
import { useLocale } from "../../language/language-provider.tsx";
import { wordOf } from "../model/choices.ts";
import { type Named, useFormPlace } from "./form-place.tsx";

interface OrganisationSearchProps {
  readonly reference: string;
  readonly onReference: (reference: string | null) => void;
  readonly control: Control;
}

/** An organisation of the register or of this text, by any of its names in French or Arabic, or its reference. */
export function OrganisationSearch({ reference, onReference, control }: OrganisationSearchProps) {
  const { space, organisations } = useFormPlace();
  const here = organisations.find(({ code }) => code === reference);
  const search = useSearchText();
  const hits = useOrganisationHits(space, organisations, search.asked);
  return (
    <SearchField
      control={control}
      chosen={reference === "" ? null : <Name>{here ? `${here.words} · ${reference}` : reference}</Name>}
      onChoose={onReference}
      onClear={() => onReference(null)}
      search={search}
      hits={hits}
    />
  );
}

const has = (text: string, { code, words }: Named) =>
  `${code} ${words}`.toLocaleLowerCase().includes(text.toLocaleLowerCase());

/** The reference of an organisation that this review has yet to add. */
const isReference = (text: string) => /^[A-Z0-9-]{2,32}$/.test(text);

function useOrganisationHits(space: Space, here: readonly Named[], text: string): Hit[] | undefined {
  const intl = useIntl();
  const locale = useLocale();
  const { data } = useQuery({
    queryKey: ["organisation search", space, text],
    queryFn: () => given(api.GET("/api/v1/organisations", { params: { query: { space, text, limit: 8 } } })),
    enabled: text !== "",
    placeholderData: (before) => before,
  });
  const known = (data?.organisations ?? []).map((one) => ({
    code: one.reference,
    words: <Name>{(locale === "ar" ? one.nameAr : null) ?? one.name}</Name>,
    note: `${intl.formatMessage({ id: wordOf("organisationKind", one.kind) })} · ${one.reference}`,
  }));
  const inText = here
    .filter((one) => has(text, one) && known.every(({ code }) => code !== one.code))
    .map(({ code, words }) => ({ code, words: <Name>{words}</Name>, note: code }));
  const isFree = isReference(text) && [...known, ...inText].every(({ code }) => code !== text);
  const free = {
    code: text,
    words: <bdi>{text}</bdi>,
    note: intl.formatMessage({ id: "intake.form.newReference" }),
  };
  const hits = [...[...known, ...inText].slice(0, 10), ...(isFree ? [free] : [])];
  return data === undefined && hits.length === 0 ? undefined : hits;
}
