// /public: published editions for everybody, as pages without a script and as files. Whoever asks is a visitor, whatever
// session she has: a page is the same for all who read its language, so that a cache in between may keep it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Context, DomainError, errorMessage } from "@iltizam/core/kernel";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { frame, type Page } from "./frame.ts";
import { offeredLocale, publicLocale, serveLanguage } from "./language.ts";
import {
  agreementPage,
  callPage,
  callsPage,
  editionPage,
  figuresPage,
  historyPage,
  howPage,
  latestPage,
  type MakePage,
  promisePage,
} from "./pages.ts";
import { notThereBody } from "./plain-pages.ts";
import { serveFiles } from "./serve-files.ts";
import { type Words, wordsIn } from "./words.ts";

export interface PublicPages {
  /** A context in which a visitor acts. */
  readonly ctx: Context;
  /** Where the built application lies, whose colours and type the pages share. */
  readonly webFolder: string;
  /** Whether the cookie of the language goes by https alone. */
  readonly secure: boolean;
}

const pages: Readonly<Record<string, MakePage>> = {
  "/public": latestPage,
  "/public/editions": historyPage,
  "/public/how": howPage,
  "/public/calls": callsPage,
  "/public/calls/:call": callPage,
  "/public/editions/:number": editionPage,
  "/public/editions/:number/figures": figuresPage,
  "/public/editions/:number/promises/:agreement/:promise": promisePage,
  "/public/editions/:number/agreements/:agreement": agreementPage,
};

type Params = Readonly<Record<string, string>>;

export function servePublic(app: FastifyInstance, { ctx, webFolder, secure }: PublicPages): void {
  for (const [path, make] of Object.entries(pages)) {
    app.get(path, { schema: { hide: true } }, async (request, reply) => {
      const locale = publicLocale(request);
      const words = wordsIn(locale);
      const asked = make(ctx, words, request.params as Params, request.query as Params);
      const page = await asked.catch((error: unknown) => notThere(error, words, request, reply));
      const making = { words, offered: offeredLocale(request, locale), styles: sharedStyles(webFolder) };
      return sendPage(request, reply, locale, frame(making, page));
    });
  }
  serveFiles(app, ctx);
  serveLanguage(app, secure);
  const style = readFileSync(new URL("style.css", import.meta.url), "utf8");
  app.get("/public/style.css", { schema: { hide: true } }, (_request, reply) =>
    reply
      .headers({ "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" })
      .send(style),
  );
}

/** What no edition has is said on a page too: people follow old links. */
function notThere(error: unknown, words: Words, request: FastifyRequest, reply: FastifyReply): Page {
  if (!(error instanceof DomainError) || error.status !== 404) throw error;
  reply.code(404);
  const why = errorMessage(words.locale, error);
  const path = request.url.split("?")[0] ?? "/public";
  return { title: words.say("notThere"), path, edition: null, body: notThereBody(words, why) };
}

/** A minute for caches; then the page is asked for again, and mostly found unchanged. */
function sendPage(request: FastifyRequest, reply: FastifyReply, locale: string, text: string): FastifyReply {
  const etag = `"${createHash("sha1").update(text).digest("base64url")}"`;
  reply.headers({
    ...{ etag, "cache-control": "public, max-age=60", vary: "cookie, accept-language" },
    ...{ "content-language": locale, "content-type": "text/html; charset=utf-8" },
  });
  return request.headers["if-none-match"] === etag ? reply.code(304).send() : reply.send(text);
}

/** The style sheets that the application's first page names; none when it is not built. */
function sharedStyles(webFolder: string): string[] {
  const page = join(webFolder, "index.html");
  if (!existsSync(page)) return [];
  const links = readFileSync(page, "utf8").matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g);
  return [...links].map(([, href = ""]) => href);
}
