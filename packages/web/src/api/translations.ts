// The Arabic that waits for a reader.
import { queryOptions } from "@tanstack/react-query";
import { api, given } from "./client.ts";
import type { paths } from "./schema.gen.d.ts";

type Listing = paths["/api/v1/translations"]["get"];
export type Translations = Listing["responses"][200]["content"]["application/json"];
export type Translation = Translations["translations"][number];
export type TranslationsQuery = NonNullable<Listing["parameters"]["query"]>;

export const translations = (query: TranslationsQuery) =>
  queryOptions({
    queryKey: ["translations", query],
    queryFn: () => given(api.GET("/api/v1/translations", { params: { query } })),
    placeholderData: (before) => before,
  });

export const markReviewed = ({ kind, key, field, content }: Translation) =>
  given(api.POST("/api/v1/translations/reviewed", { body: { kind, key, field, content } }));
