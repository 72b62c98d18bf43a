import { z } from "zod";

export type JsonSchema = { readonly [key: string]: unknown };

/** A schema as OpenAPI 3.1 has it, with the named schemas that it points to. */
export interface DescribedSchema {
  readonly schema: JsonSchema;
  readonly components: Readonly<Record<string, JsonSchema>>;
}

/**
 * Describes a zod schema. Schemas that it refers to (a tree's node) become components whose names begin with `name`.
 * `io`: what is sent in ("input"), or what comes out ("output").
 */
export function jsonSchemaOf(schema: z.ZodType, io: "input" | "output", name: string): DescribedSchema {
  const { $schema, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", override });
  const own = (key: string) => `${name}_${key.replace(/^_+/, "")}`;
  const described = pointTo(rest, own, name) as JsonSchema;
  const definitions = Object.entries($defs ?? {});
  const components = Object.fromEntries(
    definitions.map(([key, definition]) => [own(key), pointTo(definition, own, name) as JsonSchema]),
  );
  if (!JSON.stringify(rest).includes('"$ref":"#"')) return { schema: described, components };
  return {
    schema: { $ref: `#/components/schemas/${name}` },
    components: { ...components, [name]: described },
  };
}

/** What JSON makes of values that JSON does not have: an instant becomes its ISO 8601 text. */
function override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
}

/** The same value, with its references led to the components of the document. */
function pointTo(value: unknown, own: (key: string) => string, self: string): unknown {
  if (Array.isArray(value)) return value.map((item) => pointTo(item, own, self));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== "$ref" || typeof inner !== "string") return [key, pointTo(inner, own, self)];
      if (inner === "#") return [key, `#/components/schemas/${self}`];
      return [
        key,
        inner.replace(/^#\/\$defs\/(.+)$/, (_, name: string) => `#/components/schemas/${own(name)}`),
      ];
    }),
  );
}
