// One address of a core folder, as Fastify serves it.
import type { Context } from "@iltizam/core/kernel";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { GatheredRoute } from "./gather-core.ts";
import { type DescribedSchema, type JsonSchema, jsonSchemaOf } from "./json-schema-of.ts";
import { inputReader } from "./read-request.ts";

export const apiPrefix = "/api/v1";

export interface Mounting {
  readonly contextFor: (request: FastifyRequest) => Context;
  /** Also checks what goes out against its schema (tests): a document that lies is an error. */
  readonly strictOutput: boolean;
  /** Named schemas of the OpenAPI document, filled while mounting. */
  readonly components: Record<string, JsonSchema>;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** The schema of the act or query behind the address, for faults in the asker's language. */
    readonly input?: z.ZodType;
    readonly reader?: (request: FastifyRequest) => unknown;
  }
}

/** Serves a route under /api/v1 and describes it. */
export function mountRoute(app: FastifyInstance, gathered: GatheredRoute, mounting: Mounting): void {
  const { route } = gathered;
  const call = route.method === "GET" ? route.query : route.act;
  const reader = inputReader(call.input, route.method === "GET");
  const run = async (request: FastifyRequest) => {
    const answer = await call(mounting.contextFor(request), reader(request));
    return mounting.strictOutput ? call.output.parse(answer) : answer;
  };
  app.route({
    method: route.method,
    url: apiPrefix + route.path,
    ...("bodyLimit" in route && route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
    schema: describe(gathered, call.input, call.output, mounting.components),
    config: { input: call.input, reader },
    handler: async (request, reply) => {
      const answer = await run(request);
      reply.header("content-type", "application/json; charset=utf-8");
      return JSON.stringify(answer ?? null);
    },
  });
}

function describe(
  { folder, route }: GatheredRoute,
  input: z.ZodType,
  output: z.ZodType,
  components: Record<string, JsonSchema>,
) {
  const id = operationId(route.method, route.path);
  const keep = ({ schema, components: named }: DescribedSchema) => {
    Object.assign(components, named);
    return schema;
  };
  const inputSchema = keep(jsonSchemaOf(input, "input", `${id}_input`));
  const inPath = [...route.path.matchAll(/:([^/]+)/g)].map((match) => match[1] ?? "");
  const { params, rest } = split(inputSchema, inPath);
  return {
    operationId: id,
    tags: [folder],
    summary: route.summary,
    ...(params && { params }),
    ...(rest && (route.method === "GET" ? { querystring: rest } : { body: rest })),
    response: {
      200: {
        description: "OK",
        content: { "application/json": { schema: keep(jsonSchemaOf(output, "output", id)) } },
      },
      "4xx": {
        description: "Refused",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } },
      },
    },
  };
}

/** GET /agreements/:reference/standings → getAgreementsByReferenceStandings */
function operationId(method: string, path: string): string {
  const words = path.split("/").filter(Boolean);
  const names = words.map((word) => {
    const plain = word.startsWith(":") ? `by-${word.slice(1)}` : word;
    return plain.replace(/(?:^|[-_.])(\w)/g, (_, letter: string) => letter.toUpperCase());
  });
  return method.toLowerCase() + names.join("");
}

/** The part of an object schema that stands in the path, and the rest. */
function split(schema: JsonSchema, inPath: readonly string[]) {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (schema.required ?? []) as readonly string[];
  const part = (names: readonly string[]) => ({
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, properties[name] ?? { type: "string" }])),
    required: names.filter((name) => required.includes(name) || inPath.includes(name)),
  });
  const others = Object.keys(properties).filter((name) => !inPath.includes(name));
  if (schema.properties === undefined)
    return { params: inPath.length ? part(inPath) : undefined, rest: schema };
  return {
    params: inPath.length > 0 ? part(inPath) : undefined,
    rest: others.length > 0 ? part(others) : undefined,
  };
}
