// Committee files: the frozen ones, one of them, how it compares with the register now, and the file to print.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Query, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type ListedPaper = Got<"/api/v1/papers">["papers"][number];
export type Paper = Got<"/api/v1/papers/{number}">;
export type PaperAgreement = Paper["content"]["agreements"][number];
export type PaperPromise = PaperAgreement["promises"][number];
export type PaperCheck = Got<"/api/v1/papers/{number}/check">;
export type PaperFile = { readonly lang: "fr" | "ar" | "en"; readonly format: "pdf" | "xlsx" };

export const papersOnPage = 20;

export type PaperKind = Paper["kind"];

export const papers = (space: Space, kind: PaperKind, offset: number) =>
  queryOptions({
    queryKey: ["papers", space, kind, offset],
    queryFn: () =>
      given(api.GET("/api/v1/papers", { params: { query: { space, kind, offset, limit: papersOnPage } } })),
    placeholderData: keepPreviousData,
  });

const at = (number: string) => ({ path: { number } });

/** It never changes. */
export const paper = (number: string) =>
  queryOptions({
    queryKey: ["paper", number],
    queryFn: () => given(api.GET("/api/v1/papers/{number}", { params: at(number) })),
    staleTime: Number.POSITIVE_INFINITY,
  });

type Asked = Query<"/api/v1/paper-preview">;

/** What would be frozen now. */
export const previewPaper = (query: Asked) => given(api.GET("/api/v1/paper-preview", { params: { query } }));

export const preparePaper = (body: Sent<"/api/v1/papers">) => given(api.POST("/api/v1/papers", { body }));

export const checkPaper = (number: string) =>
  given(api.GET("/api/v1/papers/{number}/check", { params: at(number) }));

export const paperFile = (number: string, file: PaperFile) =>
  given(api.GET("/api/v1/papers/{number}/file", { params: { ...at(number), query: file } }));
