import { type Act, coreFolders, folderPath, type Query } from "@iltizam/core/kernel";
import { expect, test } from "vitest";
import { gatherCore } from "../gather-core.ts";
import { type JsonSchema, jsonSchemaOf } from "../json-schema-of.ts";

/** Texts whose end is another: why. */
const elsewhere: Readonly<Record<string, string>> = {
  "drafts.save_review":
    "any value of a draft; what is decided is read again by the draft's own schema before it is recorded",
};

/** Everything that can be asked, on a route or not. */
async function everyCall(): Promise<Map<string, Act | Query>> {
  const calls = new Map<string, Act | Query>();
  const add = (call: Act | Query) => calls.set(call.kind === "act" ? call.actName : call.queryName, call);
  for (const { route } of (await gatherCore()).routes) add("query" in route ? route.query : route.act);
  for (const folder of coreFolders()) {
    const door = (await import(new URL("index.ts", folderPath(folder)).href).catch(() => ({}))) as object;
    for (const value of Object.values(door).filter((one) => typeof one === "function"))
      if ("kind" in value && (value.kind === "act" || value.kind === "query")) add(value as Act | Query);
  }
  return calls;
}

const hasAnEnd = (schema: JsonSchema) =>
  ["maxLength", "pattern", "format", "enum", "const", "contentEncoding"].some(
    (key) => schema[key] !== undefined,
  );

/** The fields of a schema that take a text of any length, and those of the named schemas that it refers to. */
function endless(schema: JsonSchema, path: string): string[] {
  const below = (key: string) =>
    ([schema[key] ?? []].flat() as JsonSchema[]).flatMap((one) => endless(one, path));
  const fields = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const rest = schema.additionalProperties;
  return [
    ...(schema.type === "string" && !hasAnEnd(schema) ? [path] : []),
    ...fields.flatMap(([name, field]) => endless(field, path === "" ? name : `${path}.${name}`)),
    ...["anyOf", "oneOf", "allOf", "items", "propertyNames"].flatMap(below),
    ...(typeof rest === "object" ? endless(rest as JsonSchema, `${path}.*`) : []),
  ];
}

test("every text that an act or a query takes says how long it may be: take one of the kernel's text kinds", async () => {
  const calls = await everyCall();
  expect(calls.size).toBeGreaterThan(150);
  const found = [...calls].flatMap(([name, { input }]) => {
    const { schema, components } = jsonSchemaOf(input, "input", name);
    const all = [schema, ...Object.values(components)];
    return all.flatMap((one) => endless(one, "")).map((path) => `${name} ${path}`.trim());
  });
  const excused = Object.keys(elsewhere);
  const isExcused = (text: string) => excused.some((one) => text === one || text === `${one}.*`);
  expect([...new Set(found)].filter((text) => !isExcused(text))).toEqual([]);
});
