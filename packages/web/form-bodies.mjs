// What the API's document says of the fields that forms ask for, as a small table beside them: an error is said when the
// field is left, by the same rules that the server holds.
import { readFileSync, writeFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

const kept = ["minLength", "maxLength", "minimum", "maximum", "pattern", "format"];

/** A field that may be null is described by what it is otherwise. */
function plain(schema) {
  return schema.anyOf ? (schema.anyOf.find((one) => one.type !== "null") ?? {}) : schema;
}

function ruleOf(schema, isNeeded) {
  const of = plain(schema);
  const type = Array.isArray(of.type) ? of.type.find((one) => one !== "null") : of.type;
  // identifiers are chosen, never typed
  if (of.format === "uuid" || of.enum || !["string", "integer", "number"].includes(type)) return isNeeded ? { needed: true } : null;
  const rule = { type };
  for (const name of kept) if (of[name] !== undefined && of[name] !== Number.MAX_SAFE_INTEGER) rule[name] = of[name];
  // a day is known to be one without its long pattern
  if (rule.format === "date") delete rule.pattern;
  return { ...rule, ...(isNeeded && { needed: true }) };
}

export function bodiesOf(document, addresses) {
  return Object.fromEntries(
    Object.entries(addresses).map(([form, address]) => {
      const [method, path, part] = address.split(" ");
      const body = document.paths[path][method].requestBody.content["application/json"].schema;
      const { properties, required = [] } = part ? body.properties[part] : body;
      const rules = Object.entries(properties).flatMap(([name, schema]) => {
        const rule = ruleOf(schema, required.includes(name));
        return rule === null ? [] : [[name, rule]];
      });
      return [form, Object.fromEntries(rules)];
    }),
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const bodies = bodiesOf(read("src/api/openapi.json"), read("src/form/addresses.json"));
  writeFileSync(new URL("src/form/bodies.gen.json", import.meta.url), `${JSON.stringify(bodies, null, 2)}\n`);
}
