// Names of organisations in the reader's language. An answer names a party as its text does; the register knows how it
// is called officially in Arabic and in English.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Space } from "../app/address.ts";
import { useLocale } from "../language/language-provider.tsx";
import { may, me } from "./account.ts";
import { api, given } from "./client.ts";

const pageSize = 200;

const page = (space: Space, offset: number) =>
  given(api.GET("/api/v1/organisations", { params: { query: { space, limit: pageSize, offset } } }));

async function allOrganisations(space: Space) {
  const first = await page(space, 0);
  const others = Math.max(0, Math.ceil(first.total / pageSize) - 1);
  const rest = await Promise.all(Array.from({ length: others }, (_, n) => page(space, (n + 1) * pageSize)));
  return new Map(
    [first, ...rest].flatMap(({ organisations }) => organisations).map((one) => [one.reference, one]),
  );
}

const organisations = (space: Space) =>
  queryOptions({
    queryKey: ["organisations", space],
    queryFn: () => allOrganisations(space),
    staleTime: 300_000,
  });

interface Named {
  readonly reference: string;
  readonly name: string;
}

/** The official name in the reader's language where the register has it, else the name as it is given. */
export function useOrganisationName(space: Space): (given: Named) => string {
  const locale = useLocale();
  // whoever came by a link reads no register: she is told the names as they are given
  const reads = may(useQuery(me()).data, "organisations.read");
  const { data } = useQuery({ ...organisations(space), enabled: reads && locale !== "fr" });
  return useCallback(
    ({ reference, name }) => {
      const found = data?.get(reference);
      return (locale === "ar" ? found?.nameAr : locale === "en" ? found?.nameEn : null) ?? name;
    },
    [data, locale],
  );
}
