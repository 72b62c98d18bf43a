// What is read and sent about results: recording, judging, returning.

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Posted, Query, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type ResultBody = Sent<"/api/v1/results">;
export type Recorded = Posted<"/api/v1/results">;
export type PreviewBody = Sent<"/api/v1/result-previews">;
export type Preview = Posted<"/api/v1/result-previews">;
export type EvidenceKind = Sent<"/api/v1/evidence-files">["kind"];
export type Evidence = Posted<"/api/v1/results/{fact}/evidence-opening">;
export type WaitingResult = Got<"/api/v1/waiting-results">["results"][number];
export type WaitingQuery = Query<"/api/v1/waiting-results">;
export type PersonBody = Sent<"/api/v1/people">;
export type CorrectionBody = Sent<"/api/v1/results/{fact}/correction">;
export type Place = Got<"/api/v1/territories/search">[number];

type NotCountedQuery = Query<"/api/v1/agreements/{agreement}/not-counted">;
export type NotCountedKind = NonNullable<NotCountedQuery["kind"]>;
export type NotCountedRow = Got<"/api/v1/agreements/{agreement}/not-counted">["told"][number];

/** Rows of an agreement that add nothing to a total. */
export const notCounted = ({ agreement, ...query }: NotCountedQuery & { readonly agreement: string }) =>
  queryOptions({
    queryKey: ["facts", "not counted", agreement, query],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/not-counted", { params: { path: { agreement }, query } }),
      ),
    placeholderData: (before) => before,
  });

export const recordResult = (body: ResultBody) => given(api.POST("/api/v1/results", { body }));

export const registerPerson = (body: PersonBody) => given(api.POST("/api/v1/people", { body }));

export const keepEvidence = (body: Sent<"/api/v1/evidence-files">) =>
  given(api.POST("/api/v1/evidence-files", { body }));

/** What a result would count for; nothing is recorded. */
export const preview = (body: PreviewBody | null) =>
  queryOptions({
    queryKey: ["result preview", body],
    queryFn: () => given(api.POST("/api/v1/result-previews", { body: body as PreviewBody })),
    enabled: body !== null,
    staleTime: 0,
    gcTime: 0,
  });

const ofFact = (fact: string) => ({ params: { path: { fact } } });

export const withdrawResult = (fact: string, reason: string) =>
  given(api.POST("/api/v1/results/{fact}/withdrawal", { ...ofFact(fact), body: { reason } }));

export const correctResult = (fact: string, body: CorrectionBody) =>
  given(api.POST("/api/v1/results/{fact}/correction", { ...ofFact(fact), body }));

/** The file that proves a result: asked once, because opening it is journalled. */
export const evidenceOf = (fact: string) =>
  queryOptions({
    queryKey: ["evidence", fact],
    queryFn: () =>
      given(api.POST("/api/v1/results/{fact}/evidence-opening", { ...ofFact(fact), body: {} as never })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const verifyResult = (fact: string, body: Sent<"/api/v1/results/{fact}/verification">) =>
  given(api.POST("/api/v1/results/{fact}/verification", { ...ofFact(fact), body }));

export const waitingPage = (query: WaitingQuery) =>
  given(api.GET("/api/v1/waiting-results", { params: { query } }));

/** Of the results that wait, a page after the other. */
export const waitingResults = (query: WaitingQuery) =>
  infiniteQueryOptions({
    queryKey: ["waiting", query],
    queryFn: ({ pageParam }) => waitingPage({ ...query, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.after ?? undefined,
  });

export type Verification = Sent<"/api/v1/verifications">;
export const verifyResults = (body: Verification) => given(api.POST("/api/v1/verifications", { body }));
export const returnResults = (body: Sent<"/api/v1/returns">) => given(api.POST("/api/v1/returns", { body }));

export const placesNamed = (space: Space, text: string) =>
  queryOptions({
    queryKey: ["places named", space, text],
    queryFn: () =>
      given(api.GET("/api/v1/territories/search", { params: { query: { space, text, limit: 8 } } })),
    enabled: text.length > 1,
    placeholderData: (before) => before,
  });
