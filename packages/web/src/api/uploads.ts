// Sheets that are sent, tried and recorded.

import { queryOptions } from "@tanstack/react-query";
import type { Locale } from "../language/locale.ts";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type SheetKind = Got<"/api/v1/sheet-kinds">[number];
export type Upload = Got<"/api/v1/sheet-uploads/{upload}">;
export type Outcome = NonNullable<Upload["outcome"]>;
export type SheetFinding = Outcome["findings"]["listed"][number];

export const sheetKinds = () =>
  queryOptions({
    queryKey: ["sheet kinds"],
    queryFn: () => given(api.GET("/api/v1/sheet-kinds")),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const sheetTemplate = (kind: string) =>
  given(api.GET("/api/v1/sheet-kinds/{kind}/template", { params: { path: { kind } } }));

export const sendSheet = (body: Sent<"/api/v1/sheet-uploads">) =>
  given(api.POST("/api/v1/sheet-uploads", { body }));

export const recordSheet = (upload: string, partial: boolean) =>
  given(
    api.POST("/api/v1/sheet-uploads/{upload}/recording", {
      params: { path: { upload } },
      body: { partial },
    }),
  );

const isAtWork = (state: Upload["state"] | undefined) => state === "waiting" || state === "running";

/** How far an upload is; asked again while it is at work. */
export const uploadState = (upload: string | null, lang: Locale) =>
  queryOptions({
    queryKey: ["upload", upload, lang],
    queryFn: () =>
      given(
        api.GET("/api/v1/sheet-uploads/{upload}", {
          params: { path: { upload: upload ?? "" }, query: { lang } },
        }),
      ),
    placeholderData: (before) => before,
    enabled: upload !== null,
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data === undefined || isAtWork(query.state.data.state) ? 700 : false,
  });
