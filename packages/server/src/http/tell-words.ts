// /api/v1/words: the core's own words (states, next steps …) in one language, for a client that shows them itself.
import { createHash } from "node:crypto";
import { allMessages, type Locale, locales } from "@iltizam/core/kernel";
import type { FastifyInstance } from "fastify";
import { requestLocale } from "./answer-errors.ts";
import { apiPrefix } from "./mount-route.ts";

interface Words {
  readonly text: string;
  readonly tag: string;
}

export function tellWords(app: FastifyInstance): void {
  const known = new Map<Locale, Words>();
  const schema = {
    operationId: "getWords",
    tags: ["words"],
    summary: "The words of the field in the language asked for, by folder",
    querystring: { type: "object", properties: { lang: { type: "string", enum: [...locales] } } },
    response: {
      304: { type: "null", description: "The words that the client has" },
      200: {
        description: "OK",
        content: {
          "application/json": {
            schema: {
              type: "object",
              additionalProperties: { type: "object", additionalProperties: { type: "string" } },
            },
          },
        },
      },
    },
  };
  app.get(`${apiPrefix}/words`, { schema }, async (request, reply) => {
    const locale = requestLocale(request);
    const words = known.get(locale) ?? wordsOf(locale);
    known.set(locale, words);
    reply.headers({ etag: words.tag, "cache-control": "no-cache", vary: "accept-language" });
    if (request.headers["if-none-match"] === words.tag) return reply.code(304).send();
    return reply.header("content-type", "application/json; charset=utf-8").send(words.text);
  });
}

/** Refusals are left out: they arrive with their sentence. */
function wordsOf(locale: Locale): Words {
  const folders = Object.entries(allMessages(locale)).map(([folder, messages]) => {
    const kept = Object.entries(messages).filter(([key]) => !key.startsWith("error."));
    return [folder, Object.fromEntries(kept)] as const;
  });
  const text = JSON.stringify(Object.fromEntries(folders.filter(([, kept]) => Object.keys(kept).length > 0)));
  return { text, tag: `"${createHash("sha1").update(text).digest("base64url")}"` };
}
