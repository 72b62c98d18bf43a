// Every refusal leaves as { error: { code, message, params, fields? } }, in the asker's language, and nothing more.
import { DomainError, kernelErrors, type Locale, ofField } from "@iltizam/core/kernel";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { httpErrors } from "./errors.ts";
import { localeOf } from "./locale-of.ts";
import { sayError } from "./say-error.ts";
import { sayShape } from "./say-shape.ts";

export interface Fault {
  readonly field: string;
  readonly message: string;
}

export const refusalSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "params"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        params: { type: "object", additionalProperties: true },
        fields: {
          type: "array",
          items: {
            type: "object",
            required: ["field", "message"],
            properties: { field: { type: "string" }, message: { type: "string" } },
          },
        },
      },
    },
  },
};

export function requestLocale(request: FastifyRequest): Locale {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return localeOf(lang, request.headers["accept-language"]);
}

const ofTheInput = [kernelErrors.input_invalid.code, kernelErrors.text_too_long.code];

/** Sends a refusal. */
export function refuse(request: FastifyRequest, reply: FastifyReply, error: DomainError): FastifyReply {
  const locale = requestLocale(request);
  const fields = ofTheInput.includes(error.code) ? faultsOf(request, locale) : undefined;
  const told = fields
    ? new DomainError(error.code, error.status, {
        ...error.params,
        faults: fields.map(({ field, message }) => ofField(locale, field, message)),
      })
    : error;
  return reply
    .code(error.status)
    .headers({ "content-type": "application/json; charset=utf-8", "content-language": locale })
    .send(refusalBody(locale, told, fields));
}

export function refusalBody(locale: Locale, told: DomainError, fields?: readonly Fault[]): string {
  const { code, params } = told;
  return JSON.stringify({
    error: { code, message: sayError(locale, told), params, ...(fields && { fields }) },
  });
}

const faultLanguages = { fr: z.locales.fr(), ar: z.locales.ar(), en: z.locales.en() };

/** The faults of the input, field by field, in the asker's language: the schema reads the request once more. */
function faultsOf(request: FastifyRequest, locale: Locale): readonly Fault[] | undefined {
  const { input, reader } = request.routeOptions.config;
  if (input === undefined || reader === undefined) return undefined;
  const read = input.safeParse(reader(request), { error: faultLanguages[locale].localeError });
  return read.error?.issues.map((issue) => ({
    field: issue.path.join("."),
    message: sayShape(locale, issue.message),
  }));
}

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = asDomainError(error, request);
    if (known !== undefined) return refuse(request, reply, known);
    request.log.error(
      { id: request.id, error: error.name, message: error.message, stack: error.stack },
      "unexpected",
    );
    return refuse(request, reply, httpErrors.unexpected({ id: request.id }));
  });
}

/** The path that was asked for, without its query. */
export const pathOf = (request: FastifyRequest) => request.url.split("?")[0] ?? "/";

function asDomainError(error: FastifyError, request: FastifyRequest): DomainError | undefined {
  if (error instanceof DomainError) return error;
  switch (error.code) {
    case "FST_ERR_CTP_INVALID_JSON_BODY":
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return httpErrors.json_unreadable();
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return httpErrors.body_too_large({ limit: request.routeOptions.bodyLimit });
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return httpErrors.media_type_not_accepted({ type: request.headers["content-type"] ?? "" });
  }
  if (isDatabaseAway(error)) return httpErrors.database_unreachable();
  const status = error.statusCode ?? 500;
  // A folder among the files of the web application is no page.
  if (status === 403 || status === 404) return httpErrors.address_unknown({ path: pathOf(request) });
  return status >= 400 && status < 500 ? httpErrors.request_refused() : undefined;
}

/** PostgreSQL starts, stops, recovers or takes no more connections; its socket is gone or its answer never came. */
function isDatabaseAway(error: Error & { code?: string; syscall?: string }): boolean {
  return (
    error.syscall === "connect" ||
    /^(08|57P0|53300|ECONN|EPIPE)/.test(error.code ?? "") ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}
