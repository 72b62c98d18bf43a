// What screens read, as options of a query: one key a question, so that a drawer and a page share the answer.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Query } from "./answers.ts";
import { api, given } from "./client.ts";

export type StandingRow = Got<"/api/v1/standings">[number];
export type Commitment = Got<"/api/v1/agreements/{agreement}/commitments">["commitments"][number];
export type Document = Got<"/api/v1/documents/{document}">;
export type Indicator = Got<"/api/v1/indicators">[number];

export interface When {
  readonly asOf?: string;
  readonly knownOn?: string;
}

const forever = { staleTime: Number.POSITIVE_INFINITY };

export const indicators = () =>
  queryOptions({ queryKey: ["indicators"], queryFn: () => given(api.GET("/api/v1/indicators")), ...forever });

export const indicator = (code: string) =>
  queryOptions({
    queryKey: ["indicator", code],
    queryFn: () => given(api.GET("/api/v1/indicators/{code}", { params: { path: { code } } })),
  });

export const populations = () =>
  queryOptions({
    queryKey: ["populations"],
    queryFn: () => given(api.GET("/api/v1/populations")),
    ...forever,
  });

export const units = () =>
  queryOptions({
    queryKey: ["units"],
    queryFn: () =>
      given(api.GET("/api/v1/classifications/{scheme}", { params: { path: { scheme: "units" } } })),
    ...forever,
  });

export const territories = (space: Space) =>
  queryOptions({
    queryKey: ["territories", space],
    queryFn: () => given(api.GET("/api/v1/territories", { params: { query: { space, depth: "province" } } })),
    ...forever,
  });

export const standings = (asked: When & { space?: Space; region?: string }) =>
  queryOptions({
    queryKey: ["standings", asked],
    queryFn: () => given(api.GET("/api/v1/standings", { params: { query: asked } })),
  });

export const agreementStandings = (agreement: string, when: When) =>
  queryOptions({
    queryKey: ["standings", agreement, when],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/standings", { params: { path: { agreement }, query: when } }),
      ),
  });

export type PromiseMonths = Got<"/api/v1/agreements/{agreement}/result-months">[number];

/** The trend of each promise of an agreement and of those below it. */
export const agreementMonths = (agreement: string, when: When) =>
  queryOptions({
    queryKey: ["standings", agreement, when, "months"],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/result-months", {
          params: { path: { agreement }, query: when },
        }),
      ),
  });

export const agreementCommitments = (agreement: string, when: When) =>
  queryOptions({
    queryKey: ["commitments", agreement, when],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/commitments", {
          params: { path: { agreement }, query: when },
        }),
      ),
  });

export const document = (id: string) =>
  queryOptions({
    queryKey: ["document", id],
    queryFn: () => given(api.GET("/api/v1/documents/{document}", { params: { path: { document: id } } })),
    ...forever,
  });

export type AgreementList = Got<"/api/v1/agreements">;
export type AgreementSummary = AgreementList["agreements"][number];
export type Agreement = Got<"/api/v1/agreements/{agreement}">;
export type Money = Got<"/api/v1/agreements/{agreement}/money">["money"][number];
export type Event = Got<"/api/v1/events/{event}">;
export type StatedFigure = Got<"/api/v1/stated-figures">["figures"][number];
export type ListQuery = Query<"/api/v1/agreements">;

export const agreements = (query: ListQuery) =>
  queryOptions({
    queryKey: ["agreements", query],
    queryFn: () => given(api.GET("/api/v1/agreements", { params: { query } })),
    placeholderData: (before) => before,
  });

export type BoardColumn = Got<"/api/v1/agreement-board">[number];
type BoardQuery = Query<"/api/v1/agreement-board">;

export const agreementBoard = (query: BoardQuery) =>
  queryOptions({
    queryKey: ["agreements", "board", query],
    queryFn: () => given(api.GET("/api/v1/agreement-board", { params: { query } })),
    placeholderData: (before) => before,
  });

export const agreement = (reference: string, when: When) =>
  queryOptions({
    queryKey: ["agreement", reference, when],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}", {
          params: { path: { agreement: reference }, query: when },
        }),
      ),
  });

export const agreementMoney = (reference: string, when: When) =>
  queryOptions({
    queryKey: ["money", reference, when],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/money", {
          params: { path: { agreement: reference }, query: when },
        }),
      ),
  });

export const agreementNext = (reference: string) =>
  queryOptions({
    queryKey: ["next", reference],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/next", {
          params: { path: { agreement: reference }, query: { role: "R1" } },
        }),
      ),
  });

export type AgreementNext = Got<"/api/v1/agreements/{agreement}/next">;

/** What everybody does next about an agreement, and what each act still misses. */
export const everyoneNext = (reference: string) =>
  queryOptions({
    queryKey: ["next", reference, "everyone"],
    queryFn: () =>
      given(api.GET("/api/v1/agreements/{agreement}/next", { params: { path: { agreement: reference } } })),
  });

/** The events of an agreement, each in full. */
export const agreementEvents = (reference: string) =>
  queryOptions({
    queryKey: ["events", reference],
    queryFn: async () => {
      const { events } = await given(
        api.GET("/api/v1/agreements/{agreement}/events", { params: { path: { agreement: reference } } }),
      );
      const references = [...new Set(events.map((event) => event.reference))];
      return Promise.all(
        references.map((event) => given(api.GET("/api/v1/events/{event}", { params: { path: { event } } }))),
      );
    },
  });

/** Figures stated about an agreement, or at an event. */
export const statedFigures = (space: Space, about: { agreement: string } | { eventId: string }) =>
  queryOptions({
    queryKey: ["stated", space, about],
    queryFn: () => given(api.GET("/api/v1/stated-figures", { params: { query: { space, ...about } } })),
  });

export type AgreementLine = Got<"/api/v1/agreement-lines">[number];

/** Money and commitments of the agreements of a page. */
export const agreementLines = (references: readonly string[]) =>
  queryOptions({
    queryKey: ["lines", references],
    queryFn: () =>
      given(api.GET("/api/v1/agreement-lines", { params: { query: { agreements: [...references] } } })),
    enabled: references.length > 0,
  });

export type Facts = Got<"/api/v1/results">;
export type Fact = Facts["facts"][number];
export type FactStanding = NonNullable<FactQuery["standing"]>;

type FactQuery = Query<"/api/v1/results">;
export type FactFilter = Pick<
  FactQuery,
  "standing" | "counting" | "evidence" | "sex" | "ageBand" | "milieu" | "education" | "month"
>;

export type Margins = Got<"/api/v1/margins">;

/** A counted figure by its margins. */
export const margins = (commitment: string, when: When) =>
  queryOptions({
    queryKey: ["margins", commitment, when],
    queryFn: () => given(api.GET("/api/v1/margins", { params: { query: { commitment, ...when } } })),
  });

/** The rows of a commitment as they stood on the days asked for, a page after the other. */
export const facts = (commitment: string, filter: FactFilter, when: When) =>
  infiniteQueryOptions({
    queryKey: ["facts", commitment, filter, when],
    queryFn: ({ pageParam }) =>
      given(
        api.GET("/api/v1/results", {
          params: { query: { commitment, ...filter, ...when, after: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.after ?? undefined,
  });

export const fact = (id: string) =>
  queryOptions({
    queryKey: ["fact", id],
    queryFn: () => given(api.GET("/api/v1/results/{fact}", { params: { path: { fact: id } } })),
  });

export const declarations = (commitment: string, when: When) =>
  queryOptions({
    queryKey: ["declarations", commitment, when],
    queryFn: () => given(api.GET("/api/v1/declarations", { params: { query: { commitment, ...when } } })),
  });
