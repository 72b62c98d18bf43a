// What is read and sent about published editions.

import { queryOptions } from "@tanstack/react-query";
import type { Got } from "./answers.ts";
import { api, given } from "./client.ts";

export type Edition = Got<"/api/v1/editions">[number];
export type EditionPreview = Got<"/api/v1/edition-preview">;

/** Which edition is to be made. */
export interface EditionAsked {
  readonly space: "real" | "simulated";
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly supersedes?: number;
  /** The name under which its progress is told. */
  readonly watch?: string;
}

export const editions = (space: "real" | "simulated") =>
  queryOptions({
    queryKey: ["editions", space],
    queryFn: () => given(api.GET("/api/v1/editions", { params: { query: { space } } })),
  });

/** How far the edition is that is worked out under this name; asked twice a second until it is done. */
export const editionProgress = (watch: string | null) =>
  queryOptions({
    queryKey: ["edition-progress", watch],
    queryFn: () => given(api.GET("/api/v1/edition-progress", { params: { query: { watch: watch ?? "" } } })),
    enabled: watch !== null,
    staleTime: 0,
    refetchInterval: 500,
    select: ({ progress }) => progress,
  });

/** Works everything out and publishes nothing; it takes some seconds. */
export const previewEdition = (query: EditionAsked) =>
  given(api.GET("/api/v1/edition-preview", { params: { query } }));

export const publishEdition = (body: EditionAsked) => given(api.POST("/api/v1/editions", { body }));

export const noteOnEdition = ({ number, text }: { number: number; text: NoteText }) =>
  given(api.POST("/api/v1/editions/{number}/notes", { params: { path: { number } }, body: { text } }));

export interface NoteText {
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
}

export const sayBeside = (body: {
  commitment: string;
  organisation: string;
  text: string;
  language: "fr" | "ar" | "en";
}) => given(api.POST("/api/v1/comments", { body }));
