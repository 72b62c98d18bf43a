// Agreements, parties, places and open calls whose names hold the words, whatever the accents and the spelling: the register folds.
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useStateWords, useTitle } from "../agreements/agreement-words.tsx";
import { may, me } from "../api/account.ts";
import { callNotices } from "../api/calls.ts";
import { api, given } from "../api/client.ts";
import type { Space } from "../app/address.ts";
import { textsHold } from "../indicators/holds-words.ts";
import { useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import type { Found } from "./found.ts";

const most = 6;

export interface Searched {
  readonly found: readonly Found[];
  readonly isWaiting: boolean;
  readonly error: unknown;
  readonly again: () => void;
}

export function useFound(space: Space, text: string): Searched {
  const title = useTitle();
  const states = useStateWords();
  const label = useLabel();
  const locale = useLocale();
  const intl = useIntl();
  const asked = { space, text, limit: 30 };
  const common = { enabled: text !== "", placeholderData: keepPreviousData };
  const queries = useQueries({
    queries: [
      {
        ...common,
        queryKey: ["search", "agreements", asked],
        queryFn: () => given(api.GET("/api/v1/agreements", { params: { query: asked } })),
      },
      {
        ...common,
        queryKey: ["search", "parties", asked],
        queryFn: () => given(api.GET("/api/v1/organisations", { params: { query: asked } })),
      },
      {
        ...common,
        queryKey: ["search", "places", space, text],
        queryFn: () =>
          given(api.GET("/api/v1/territories/search", { params: { query: { space, text, limit: 40 } } })),
      },
    ],
  });
  const [agreements, parties, places] = queries;
  const calls = useOpenCalls(space, text);
  const found: Found[] = [
    ...namedFirst(agreements.data?.agreements ?? [], text).map((one) => ({
      ...{ kind: "agreement" as const, key: one.reference, space },
      name: title(one),
      note: `${one.reference} · ${states(one.state)}`,
    })),
    ...namedFirst(parties.data?.organisations ?? [], text).map((one) => ({
      ...{ kind: "party" as const, key: one.reference, space },
      name: (locale === "ar" ? one.nameAr : locale === "en" ? one.nameEn : null) ?? one.name,
      note: one.reference,
    })),
    ...(places.data ?? [])
      .filter(({ kind }) => kind === "region" || kind === "province")
      .slice(0, most)
      .map((one) => ({
        ...{ kind: "place" as const, key: one.code, space },
        name: label(one.name),
        note: intl.formatMessage({ id: `search.place.${one.kind === "region" ? "region" : "province"}` }),
      })),
    ...calls.found,
  ];
  const failed = [...queries, calls].find(({ error }) => error !== null);
  return {
    found: text === "" ? [] : found,
    isWaiting: [...queries, calls].some(({ isFetching }) => isFetching),
    error: failed?.error ?? null,
    again: () => void failed?.refetch(),
  };
}

/** The calls for projects that are open: few enough to be looked through here. Whoever runs calls is led to her own page. */
function useOpenCalls(space: Space, text: string) {
  const label = useLabel();
  const who = useQuery(me()).data;
  const runs = may(who, "calls.read");
  const enabled = text !== "" && (runs || may(who, "calls.read_open"));
  const { data, isFetching, error, refetch } = useQuery({ ...callNotices(), enabled });
  const found = (enabled ? (data?.notices ?? []) : [])
    .filter((one) => one.space === space && one.reception !== "over")
    .filter(({ reference, title }) => textsHold([reference, title.fr, title.ar ?? ""], text))
    .slice(0, most)
    .map(({ reference, title }) => ({
      ...{ kind: "call" as const, key: reference, space, toAnswer: !runs },
      ...{ name: label(title), note: reference },
    }));
  return { found, isFetching, error, refetch };
}

/** Those whose reference holds the text as it is written come before those whose names hold its words. */
function namedFirst<One extends { readonly reference: string }>(found: readonly One[], text: string): One[] {
  const written = text.toUpperCase();
  const rank = ({ reference }: One) => Number(!reference.includes(written));
  return [...found].sort((a, b) => rank(a) - rank(b)).slice(0, most);
}
