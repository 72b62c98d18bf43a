// The text of an agreement: as the register gives it now, its versions, and what is done with them.
import { queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

const root = "/api/v1/agreements/{agreement}/draft" as const;

export type Draft = Got<typeof root>;
export type DraftText = Draft["content"]["texts"][number];
export type DraftClause = DraftText["clauses"][number];
export type DraftBlock = DraftClause["blocks"][number];
export type DraftRun = DraftBlock["runs"][number];
export type Missing = Draft["missing"][number];
export type DraftFigure = Draft["figures"][number];
export type DraftVersion = Draft["versions"][number];
export type TextLanguage = DraftText["language"];

const at = (agreement: string) => ({ path: { agreement } });
const atVersion = (agreement: string, version: number) => ({ path: { agreement, version } });

export const draft = (agreement: string) =>
  queryOptions({
    queryKey: ["draft", agreement],
    queryFn: () => given(api.GET(root, { params: at(agreement) })),
  });

export type DraftNames = Got<`${typeof root}/names`>;
export type Askable = DraftNames["names"][number];

/** What a clause may ask the register for; read anew with the text. */
export const draftNames = (agreement: string) =>
  queryOptions({
    queryKey: ["draft", agreement, "names"],
    queryFn: () => given(api.GET(`${root}/names`, { params: at(agreement) })),
  });

/** It never changes. */
export const draftVersion = (agreement: string, version: number) =>
  queryOptions({
    queryKey: ["draft-version", agreement, version],
    queryFn: () => given(api.GET(`${root}/versions/{version}`, { params: atVersion(agreement, version) })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const chooseText = (agreement: string, body: Sent<`${typeof root}/choices`>) =>
  given(api.POST(`${root}/choices`, { params: at(agreement), body }));

export const wordClause = (agreement: string, body: Sent<`${typeof root}/clauses`>) =>
  given(api.POST(`${root}/clauses`, { params: at(agreement), body }));

export const proposeTarget = (body: Sent<"/api/v1/draft-figures/target">) =>
  given(api.POST("/api/v1/draft-figures/target", { body }));

export const proposeAmount = (body: Sent<"/api/v1/draft-figures/amount">) =>
  given(api.POST("/api/v1/draft-figures/amount", { body }));

export const freezeText = (agreement: string, note: string | null) =>
  given(api.POST(`${root}/versions`, { params: at(agreement), body: { note } }));

export const sendText = (
  agreement: string,
  version: number,
  body: Sent<`${typeof root}/versions/{version}/sending`>,
) => given(api.POST(`${root}/versions/{version}/sending`, { params: atVersion(agreement, version), body }));

export type TextFile = { readonly language: TextLanguage | "both"; readonly format: "docx" | "pdf" };

export const textFile = (agreement: string, version: number, file: TextFile) =>
  given(
    api.GET(`${root}/versions/{version}/file`, { params: { ...atVersion(agreement, version), query: file } }),
  );

export type Comparison = Got<`${typeof root}/comparison`>;
export type ClauseChange = Comparison["clauses"][number];

/** Two versions, left out the text of now; or the text of now beside the one that a later template would make of it. */
export interface Compared {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly template?: number | undefined;
}

export const comparison = (agreement: string, compared: Compared, language: TextLanguage) =>
  queryOptions({
    queryKey: ["draft", agreement, "comparison", compared, language],
    queryFn: () =>
      given(
        api.GET(`${root}/comparison`, {
          params: { ...at(agreement), query: { ...defined(compared), language } },
        }),
      ),
  });

const defined = ({ from, to, template }: Compared) => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(template !== undefined && { template }),
});

export type DraftComment = Got<`${typeof root}/comments`>["comments"][number];

export const draftComments = (agreement: string, version: number | undefined) =>
  queryOptions({
    queryKey: ["draft", agreement, "comments", version],
    queryFn: () =>
      given(
        api.GET(`${root}/comments`, {
          params: { ...at(agreement), query: version === undefined ? {} : { version } },
        }),
      ),
  });

export const commentText = (agreement: string, body: Sent<`${typeof root}/comments`>) =>
  given(api.POST(`${root}/comments`, { params: at(agreement), body }));

export const answerComment = (comment: string, body: Sent<"/api/v1/draft-comments/{comment}/answers">) =>
  given(api.POST("/api/v1/draft-comments/{comment}/answers", { params: { path: { comment } }, body }));

export type DraftReturn = Got<`${typeof root}/returns`>["returns"][number];
export type ReturnedFigure = DraftReturn["reading"]["figures"][number];

export const draftReturns = (agreement: string) =>
  queryOptions({
    queryKey: ["draft", agreement, "returns"],
    queryFn: () => given(api.GET(`${root}/returns`, { params: at(agreement) })),
  });

export const takeReturn = (agreement: string, body: Sent<`${typeof root}/returns`>) =>
  given(api.POST(`${root}/returns`, { params: at(agreement), body }));

export const decideDifference = (returned: string, body: Sent<"/api/v1/draft-returns/{return}/decisions">) =>
  given(
    api.POST("/api/v1/draft-returns/{return}/decisions", { params: { path: { return: returned } }, body }),
  );

const templates = "/api/v1/text-templates" as const;

export type TemplateVersion = Got<typeof templates>["versions"][number];
export type LoadedTemplate = Sent<typeof templates>["content"];

export const templateVersions = (space: Space) =>
  queryOptions({
    queryKey: ["templates", space],
    queryFn: () => given(api.GET(templates, { params: { query: { space } } })),
  });

export const templateContent = (space: Space, version: number) =>
  given(api.GET(`${templates}/{version}`, { params: { path: { version }, query: { space } } }));

export const loadTemplate = (body: Sent<typeof templates>) => given(api.POST(templates, { body }));
