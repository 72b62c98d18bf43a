// Who may be one and the same person: read, merged, told apart, split.
import { queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Posted } from "./answers.ts";
import { api, given } from "./client.ts";

export type SamePair = Got<"/api/v1/same-persons">["pairs"][number];
export type Merged = Got<"/api/v1/merged-persons">["merges"][number];
export type MergeLevel = Posted<"/api/v1/subjects/{subject}/merge-preview">["levels"][number];

export const samePersons = (space: Space) =>
  queryOptions({
    queryKey: ["same persons", "possible", space],
    queryFn: () => given(api.GET("/api/v1/same-persons", { params: { query: { space } } })),
  });

export const mergedPersons = (space: Space) =>
  queryOptions({
    queryKey: ["same persons", "merged", space],
    queryFn: () => given(api.GET("/api/v1/merged-persons", { params: { query: { space } } })),
  });

const about = (subject: string) => ({ params: { path: { subject } } });

/** What a merge would change; nothing is merged. */
export const mergePreview = (subject: string, into: string) =>
  queryOptions({
    queryKey: ["merge preview", subject, into],
    queryFn: () =>
      given(api.POST("/api/v1/subjects/{subject}/merge-preview", { ...about(subject), body: { into } })),
    staleTime: 0,
    gcTime: 0,
  });

export const mergePersons = (subject: string, body: { into: string; reason: string }) =>
  given(api.POST("/api/v1/subjects/{subject}/merge", { ...about(subject), body }));

export const keepApart = (subject: string, body: { from: string; reason: string }) =>
  given(api.POST("/api/v1/subjects/{subject}/apart", { ...about(subject), body }));

export const splitPersons = (subject: string, reason: string) =>
  given(api.POST("/api/v1/subjects/{subject}/split", { ...about(subject), body: { reason } }));
