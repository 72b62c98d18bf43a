// The pages by what they show: each reads its edition as a visitor and words it.
import {
  type CallNotice,
  callErrors,
  callReference,
  listNotices,
  listResults,
  readNotice,
  readResult,
} from "@iltizam/core/calls";
import { type Context, DomainError, type Space } from "@iltizam/core/kernel";
import {
  type EditionRow,
  listEditions,
  listPromises,
  promiseFilters,
  publishingErrors,
  readEdition,
  readEditionAgreement,
} from "@iltizam/core/publishing";
import { callPath, callsPath, figuresPath } from "./address.ts";
import { agreementBody } from "./agreement-page.ts";
import { callBody, callsBody, type Published } from "./calls-page.ts";
import { figuresBody } from "./figures-page.ts";
import type { Page } from "./frame.ts";
import type { Markup } from "./html.ts";
import { noticeBody } from "./notice-page.ts";
import { emptyBody, historyBody, howBody } from "./plain-pages.ts";
import { promiseBody } from "./promise-page.ts";
import { type Asked, registerBody } from "./register-page.ts";
import type { Words } from "./words.ts";

const perPage = 20;

type Params = Readonly<Record<string, string>>;
/** @throws `calls.result_unknown`, `publishing.edition_unknown`, `publishing.agreement_unknown`, `publishing.promise_unknown` */
export type MakePage = (ctx: Context, words: Words, params: Params, query: Params) => Promise<Page>;

export const latestPage: MakePage = async (ctx, words, _params, query) => {
  const editions = await listEditions(ctx, {});
  const own = editions.filter(({ kind }) => kind === "edition");
  // What is real comes first; the fictional region's is shown where there is nothing else, and marked.
  const latest = own.find(({ space }) => space === "real") ?? own[0];
  if (latest !== undefined) return registerPage(ctx, words, latest.number, query);
  return { title: words.say("register"), path: "/public", edition: null, body: emptyBody(words) };
};

export const historyPage: MakePage = async (ctx, words) => ({
  ...{ title: words.say("history"), path: "/public/editions", edition: null },
  body: historyBody(words, (await listEditions(ctx, {})) as EditionRow[]),
});

async function registerPage(ctx: Context, words: Words, number: number, query: Params): Promise<Page> {
  const asked = readAsked(query);
  const around = await readEdition(ctx, { number });
  const filters = promiseFilters.safeParse({
    ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== "")),
    ...{ number, limit: perPage, offset: (asked.page - 1) * perPage },
  });
  const found = filters.success ? await listPromises(ctx, filters.data) : { total: 0, promises: [] };
  const { page, ...kept } = asked;
  return {
    title: around.edition.title ?? words.say("edition", { number }),
    path: `/public/editions/${number}`,
    query: { ...kept, ...(page > 1 && { page }) },
    edition: around.edition,
    body: registerBody(words, around, asked, { ...found, perPage }),
  };
}

function readAsked(query: Params): Asked {
  const text = (key: string) => (typeof query[key] === "string" ? query[key].slice(0, 200) : "");
  const page = Math.max(1, Math.min(10_000, Math.floor(Number(text("page"))) || 1));
  const [q, state, indicator, region] = [text("q"), text("state"), text("indicator"), text("region")];
  return { q, state, indicator, region, sort: text("sort"), page };
}

export const figuresPage: MakePage = async (ctx, words, { number = "" }) => {
  const around = await readEdition(ctx, { number });
  const { edition } = around;
  return {
    ...{ title: words.say("figures"), path: figuresPath(edition.number), edition },
    body: figuresBody(words, around),
  };
};

export const promisePage: MakePage = async (
  ctx,
  words,
  { number = "", agreement: of = "", promise: nth },
) => {
  const around = await readEdition(ctx, { number });
  const { agreement, promises } = await readEditionAgreement(ctx, { number, agreement: of });
  const reference = `${of}/${nth}`;
  const promise = promises.find((one) => one.reference === reference);
  if (promise === undefined) throw publishingErrors.promise_unknown({ reference });
  const { edition } = around;
  return {
    ...{ title: `${reference} · ${promise.wording.slice(0, 60)}`, edition },
    path: `/public/editions/${edition.number}/promises/${reference}`,
    body: promiseBody(words, around, agreement, promise),
  };
};

export const agreementPage: MakePage = async (ctx, words, { number = "", agreement: of = "" }) => {
  const around = await readEdition(ctx, { number });
  const { agreement, promises } = await readEditionAgreement(ctx, { number, agreement: of });
  const { edition } = around;
  return {
    ...{ title: words.nameText(agreement.title), edition },
    path: `/public/editions/${edition.number}/agreements/${agreement.reference}`,
    body: agreementBody(words, around, agreement, promises),
  };
};

export const callsPage: MakePage = async (ctx, words) => {
  const [{ notices }, { results }] = [await listNotices(ctx, {}), await listResults(ctx, {})];
  // Whoever reads a call may answer it: the fictional region's are shown where there is nothing else, and marked.
  const isReal = [...notices, ...results].some(({ space }) => space === "real");
  const shown = <Of extends { readonly space: Space }>(all: readonly Of[]) =>
    all.filter(({ space }) => space === "real" || !isReal);
  const body = callsBody(words, shown(notices), shown(results));
  return { title: words.say("calls"), path: callsPath, edition: null, body };
};

/** A call's result where it is published, else what it asks. */
export const callPage: MakePage = async (ctx, words, { call = "" }) => {
  const reference = callReference.safeParse(call);
  if (!reference.success) throw callErrors.notice_unknown({ call });
  const asked = { call: reference.data };
  const result = await readResult(ctx, asked).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === callErrors.result_unknown.code) return undefined;
    throw error;
  });
  if (result !== undefined) return ofCall(words, result, callBody(words, result));
  const notice = await readNotice(ctx, asked);
  return ofCall(words, notice, noticeBody(words, notice));
};

function ofCall(words: Words, { title, reference, space }: CallNotice | Published, body: Markup): Page {
  return { title: words.nameText(title), path: callPath(reference), edition: null, space, body };
}

export const howPage: MakePage = async (_ctx, words) => ({
  ...{ title: words.say("how"), path: "/public/how", edition: null, body: howBody(words) },
});

export const editionPage: MakePage = (ctx, words, { number = "" }, query) =>
  registerPage(ctx, words, Number(number), query);
