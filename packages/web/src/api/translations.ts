// The Arabic that waits for a reader.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Query } from "./answers.ts";
import { api, given } from "./client.ts";

export type Translations = Got<"/api/v1/translations">;
export type Translation = Translations["translations"][number];
export type TranslationsQuery = Query<"/api/v1/translations">;

export const translations = (query: TranslationsQuery) =>
  queryOptions({
    queryKey: ["translations", query],
    queryFn: () => given(api.GET("/api/v1/translations", { params: { query } })),
    placeholderData: (before) => before,
  });

export const markReviewed = ({ kind, key, field, content }: Translation) =>
  given(api.POST("/api/v1/translations/reviewed", { body: { kind, key, field, content } }));
