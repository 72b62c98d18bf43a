import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lastOf } from "./field-name.ts";

test("a field goes by the last part of its path, and an id by what it names", () => {
  expect(
    ["target.effectiveFrom", "changes.0.territoryId", "passageIds", "first_id", "nameAr"].map(lastOf),
  ).toEqual(["effective_from", "territory", "passages", "first", "name_ar"]);
});

/** What no entry of the journal can hold, each with the reason. */
const unwritten = new Map([
  ["password", "a secret"],
  ["new_password", "a secret"],
  ["token", "a secret"],
  ["base64", "the file itself: the journal holds its hash"],
  ["content_base64", "the file itself"],
  ["file_base64", "the file itself"],
  ["watch", "the name under which a progress is told"],
]);

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** The names of the fields in a schema, and in what it holds. */
function namesIn(schema: Schema): string[] {
  const { properties = {}, items, prefixItems = [], anyOf = [], oneOf = [], allOf = [] } = schema;
  const inside = [...(items ? [items] : []), ...prefixItems, ...anyOf, ...oneOf, ...allOf];
  return [...Object.keys(properties), ...[...Object.values(properties), ...inside].flatMap(namesIn)];
}

interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

const document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } =
  JSON.parse(readFileSync(new URL("../api/openapi.json", import.meta.url), "utf8"));

/** Of every act that has an address; a whole draft is kept as the file that it is, and journalled by its hash. */
function namesOfActs(): ReadonlySet<string> {
  const acts = Object.entries(document.paths)
    .filter(([path]) => path !== "/api/v1/drafts/record")
    .flatMap(([, methods]) => Object.entries(methods).filter(([method]) => method !== "get"));
  const names = acts.flatMap(([, { parameters = [], requestBody }]) => [
    ...parameters.map(({ name }) => name),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => (schema ? namesIn(schema) : [])),
  ]);
  return new Set(names.map(lastOf));
}

test("every field of every act has its word in the three languages", () => {
  const names = [...namesOfActs()].filter((name) => !unwritten.has(name));
  expect(names.length).toBeGreaterThan(300);
  for (const locale of ["fr", "ar", "en"]) {
    // they are the core's, since a refusal says them too
    const place = new URL(`../../../core/src/audit/messages/${locale}.json`, import.meta.url);
    const words = JSON.parse(readFileSync(place, "utf8"));
    expect(names.filter((name) => !(`field.${name}` in words))).toEqual([]);
  }
});

test("what stands in the list of fields that no entry holds is still a field", () => {
  const names = namesOfActs();
  expect([...unwritten.keys()].filter((name) => !names.has(name))).toEqual([]);
});
