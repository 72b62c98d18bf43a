// From a request to the input of an act or a query: path parameters, then the query string or the body.
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { httpErrors } from "./errors.ts";
import { type JsonSchema, jsonSchemaOf } from "./json-schema-of.ts";

type Fields = Readonly<Record<string, unknown>>;
type Reader = (request: FastifyRequest) => Fields;
type Convert = (value: unknown) => unknown;

/** Parameters that every address accepts beside its own. */
const everywhere = ["lang"];

/** A tree of agreements in a draft is a list; nothing that is sent has more levels than this. */
const deepest = 40;

/** Looked at level by level: what follows a value down by calling itself would break on it. */
function isDeeper(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level
      .flatMap((one) => Object.values(one as object))
      .filter((one) => typeof one === "object" && one !== null);
  }
  return false;
}

/** The reader of an address's input, built when the first request comes. */
export function inputReader(input: z.ZodType, inQuery: boolean): Reader {
  let built: Reader | undefined;
  return (request) => {
    built ??= buildReader(input, inQuery);
    return built(request);
  };
}

function buildReader(input: z.ZodType, inQuery: boolean): Reader {
  const { schema } = jsonSchemaOf(input, "input", "input");
  const properties = schema.properties as Readonly<Record<string, JsonSchema>> | undefined;
  const converters = new Map<string, Convert>(
    Object.entries(properties ?? {}).map(([name, schema]) => [name, converterFor(schema)]),
  );
  // A loose object takes what comes: what a foreign service adds to an address is its own affair.
  const known = schema.additionalProperties === undefined && properties && new Set(Object.keys(properties));
  return (request) => {
    const given = { ...fromText(request.params as Fields, converters) };
    const rest = inQuery ? fromText(request.query as Fields, converters) : ((request.body ?? {}) as Fields);
    if (typeof rest !== "object" || Array.isArray(rest)) throw httpErrors.json_unreadable();
    if (isDeeper(rest, deepest)) throw httpErrors.nested_too_deeply({ most: deepest });
    for (const name in rest) {
      if (known && !known.has(name)) {
        if (inQuery && everywhere.includes(name)) continue;
        throw httpErrors.parameter_unknown({ name, accepted: [...known].sort() });
      }
      if (!(name in given)) given[name] = rest[name];
    }
    return given;
  };
}

function fromText(texts: Fields, converters: ReadonlyMap<string, Convert>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name in texts) {
    const value = texts[name];
    if (value === "") continue;
    const convert = converters.get(name);
    fields[name] = convert ? convert(value) : value;
  }
  return fields;
}

/** Texts of an address become what the schema asks for; a text that does not fit stays, and the schema refuses it. */
function converterFor(schema: JsonSchema): Convert {
  const types = typesOf(schema);
  if (types.has("string")) return (value) => value;
  if (types.has("integer") || types.has("number")) return toNumber;
  if (types.has("boolean")) return (value) => (value === "true" ? true : value === "false" ? false : value);
  if (types.has("array")) {
    const convert = converterFor((schema.items ?? {}) as JsonSchema);
    return (value) => (Array.isArray(value) ? value : [value]).map(convert);
  }
  return (value) => value;
}

function typesOf(schema: JsonSchema): Set<unknown> {
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []) as readonly JsonSchema[];
  return new Set([...[schema.type].flat(), ...alternatives.flatMap((one) => [...typesOf(one)])]);
}

function toNumber(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
