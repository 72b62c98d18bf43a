// What never comes as far as a route or a hook: lines that are no HTTP, headers without end, addresses that cannot be
// decoded. They get the same refusals with the same headers as everything else.
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { DomainError } from "@iltizam/core/kernel";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { pathOf, refusalBody, refuse } from "./answer-errors.ts";
import type { DoorSettings } from "./door/settings.ts";
import { httpErrors } from "./errors.ts";
import { headersOfEveryAnswer } from "./guard-door.ts";
import { localeOf } from "./locale-of.ts";

export const largestHeader = 16 * 1024;

/** Fastify's two ways out for them. */
export function answerOutside(settings: Pick<DoorSettings, "origin">) {
  return {
    frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
      reply.headers({ ...headersOfEveryAnswer(settings), "x-request-id": request.id });
      const unreadable = error.code === "FST_ERR_BAD_URL";
      refuse(
        request,
        reply,
        unreadable ? httpErrors.address_unreadable() : httpErrors.address_unknown({ path: pathOf(request) }),
      );
    },
    clientErrorHandler(error: Error & { code?: string }, socket: Socket): void {
      if (error.code === "ECONNRESET" || socket.destroyed) return;
      if (socket.writable) socket.write(rawRefusal(refusalOf(error.code), settings));
      socket.destroy(error);
    },
  };
}

function refusalOf(code: string | undefined): DomainError {
  if (code === "HPE_HEADER_OVERFLOW") return httpErrors.header_too_large({ limit: largestHeader });
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? httpErrors.request_too_slow() : httpErrors.request_refused();
}

/** The language that was asked for cannot be read out of such a line. */
function rawRefusal(refusal: DomainError, settings: Pick<DoorSettings, "origin">): string {
  const locale = localeOf(undefined, undefined);
  const body = refusalBody(locale, refusal);
  const headers = {
    ...headersOfEveryAnswer(settings),
    ...{ "content-type": "application/json; charset=utf-8", "content-language": locale },
    ...{ "content-length": Buffer.byteLength(body), connection: "close" },
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`, ...lines, "", body].join("\r\n");
}
