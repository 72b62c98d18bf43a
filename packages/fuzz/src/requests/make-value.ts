// A value that a schema accepts, near its boundaries as often as not, with things that exist where a thing is named.
import type { Chance } from "@iltizam/server/demo";
import type { KnownThings } from "../house/known-things.ts";
import { type Api, resolve, type Schema } from "./read-api.ts";

export interface Making {
  readonly api: Pick<Api, "schemas">;
  readonly chance: Chance;
  readonly known: KnownThings;
}

const deepest = 6;

/** `name`: of the field, which tells which thing is meant. */
export function makeValue(making: Making, given: Schema, name: string, depth = 0): unknown {
  const { chance } = making;
  const schema = resolve(given, making.api);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return chance.pick(schema.enum);
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (choices !== undefined) return makeValue(making, chooseOne(chance, choices, depth), name, depth);
  if (Array.isArray(schema.allOf))
    return Object.assign({}, ...schema.allOf.map((one) => makeValue(making, one as Schema, name, depth)));
  const type = Array.isArray(schema.type) ? chance.pick(schema.type as string[]) : schema.type;
  if (type === "string") return makeText(making, schema, name);
  if (type === "integer" || type === "number") return makeNumber(chance, schema);
  if (type === "boolean") return chance.happens(0.5);
  if (type === "null") return null;
  if (type === "array") return makeList(making, schema, name, depth);
  return type === "object" || schema.properties !== undefined ? makeObject(making, schema, depth) : {};
}

/** Far down, what holds nothing further. */
function chooseOne(chance: Chance, choices: readonly Schema[], depth: number): Schema {
  const plain = choices.filter(({ type }) => type !== "object" && type !== "array");
  return chance.pick(depth >= deepest && plain.length > 0 ? plain : choices);
}

function makeObject(making: Making, schema: Schema, depth: number): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
  const required = (schema.required ?? []) as readonly string[];
  const share = depth >= deepest ? 0 : making.chance.pick([0.2, 0.5, 0.9]);
  const names = Object.keys(properties).filter(
    (one) => required.includes(one) || making.chance.happens(share),
  );
  return Object.fromEntries(
    names.map((one) => [one, makeValue(making, properties[one] ?? {}, one, depth + 1)]),
  );
}

function makeList(making: Making, schema: Schema, name: string, depth: number): unknown[] {
  const { minItems = 0, maxItems = 4 } = schema as { minItems?: number; maxItems?: number };
  const length = making.chance.between(
    minItems,
    Math.max(minItems, Math.min(maxItems, depth >= deepest ? 0 : minItems + 2)),
  );
  const one = name.replace(/s$/, "");
  return Array.from({ length }, () => makeValue(making, (schema.items ?? {}) as Schema, one, depth + 1));
}

function makeNumber(chance: Chance, schema: Schema): number {
  const { minimum, exclusiveMinimum, maximum } = schema as Readonly<Record<string, number | undefined>>;
  const low = Math.max(minimum ?? (exclusiveMinimum === undefined ? -5 : exclusiveMinimum + 1), -1_000_000);
  const high = Math.min(maximum ?? 1_000_000, 1_000_000);
  return chance.pick([low, high, low + 1, chance.between(low, Math.max(low, Math.min(high, low + 300)))]);
}

/** Words that some pattern of the API accepts: codes, amounts, months, addresses. */
const samples = [
  ...[
    "placements",
    "women",
    "FM-1",
    "SIM-1",
    "AA-1",
    "AB",
    "MAD",
    "EUR",
    "12.50",
    "-3.1",
    "0",
    "100",
    "2025-04",
  ],
  ...[
    "a.b",
    "ab_c",
    "a_fuzz",
    "a1",
    "salma@exemple.test",
    "0612345678",
    "AB123456",
    "https://exemple.test/a?b=c",
    "R5",
  ],
  ...["0".repeat(64), "TGUgZmlndWllcg==", "2025-04-01T10:00:00Z", "00000000-0000-7000-8000-00000000abcd"],
];
const sentences = ["Convention", "selon l'article 2", "اتفاقية شراكة", "0", "two words"];

function makeText(making: Making, schema: Schema, name: string): string {
  const { chance, known } = making;
  const pattern = typeof schema.pattern === "string" ? new RegExp(schema.pattern) : undefined;
  const fits = (text: string) => pattern === undefined || pattern.test(text);
  const { minLength = 0, maxLength = 1000 } = schema as { minLength?: number; maxLength?: number };
  if (schema.format === "date") return makeDay(chance);
  const named = known.named(name, schema.format === "uuid").filter(fits);
  if (named.length > 0 && (schema.format === "uuid" || pattern !== undefined || chance.happens(0.8)))
    return chance.pick(named);
  if (pattern !== undefined) {
    const fitting = samples.filter(fits);
    return fitting.length > 0 ? chance.pick(fitting) : "";
  }
  const text =
    schema.format === "uri" ? "https://exemple.test/a?b=c" : chance.pick([...sentences, ...samples]);
  if (chance.happens(0.1)) return "é".repeat(Math.min(maxLength, 3000));
  return text.padEnd(minLength, "x").slice(0, maxLength);
}

function makeDay(chance: Chance): string {
  const edges = ["2024-02-29", "1900-01-01", "9999-12-31", "2026-12-31", "0001-01-01"];
  if (chance.happens(0.15)) return chance.pick(edges);
  return new Date(Date.UTC(2022, 0, chance.between(1, 1800))).toISOString().slice(0, 10);
}
