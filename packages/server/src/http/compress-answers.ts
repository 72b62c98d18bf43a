// Long answers go out compressed: the map's shapes, the words of a language, a long list.
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

const compress = promisify(gzip);

/** A shorter answer fits into a few packets anyway. */
const worthwhile = 8 * 1024;

/** Whether whoever asks reads gzip: named, and not with `q=0`. */
const readsGzip = (accepted: string | string[] | undefined) =>
  /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i.test(String(accepted ?? ""));

/**
 * Only what a reader asks for by GET: an answer that holds a secret is one to an act. Another site's page cannot load these
 * with the reader's cookie (SameSite), so that it cannot try how answers shrink.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || payload.length < worthwhile || request.method !== "GET")
      return payload;
    if (reply.hasHeader("content-encoding")) return payload;
    reply.header("vary", [reply.getHeader("vary"), "accept-encoding"].flat().filter(Boolean).join(", "));
    if (!readsGzip(request.headers["accept-encoding"])) return payload;
    reply.header("content-encoding", "gzip").removeHeader("content-length");
    return compress(payload, { level: constants.Z_BEST_SPEED + 3 });
  });
}
