// One address of a core folder, as Fastify serves it.
import type { Context } from "@iltizam/core/kernel";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { GatheredRoute } from "./gather-core.ts";
import { type DescribedSchema, type JsonSchema, jsonSchemaOf } from "./json-schema-of.ts";
import { openContextFor } from "./open-route.ts";
import { inputReader } from "./read-request.ts";

export const apiPrefix = "/api/v1";

export interface Mounting {
  /** What the request acts with. */
  readonly contextFor: (request: FastifyRequest) => Context;
  /** Also checks what goes out against its schema (tests): a document that lies is an error. */
  readonly strictOutput: boolean;
  /** Named schemas of the OpenAPI document, filled when it is asked for. */
  readonly components: Record<string, JsonSchema>;
}

/** One address: of a core folder's act or query, or of the door itself, which sets cookies. */
export interface Address {
  readonly folder: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly summary: string;
  readonly permission: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** It sends a browser on instead of answering. */
  readonly redirects?: true;
  /** Bytes that a body may have, where it is not the usual limit. */
  readonly largestBody?: number | undefined;
  readonly run: (
    ctx: Context,
    input: unknown,
    http: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ) => Promise<unknown>;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** The schema of the act or query behind the address, for faults in the asker's language. */
    readonly input?: z.ZodType;
    readonly reader?: (request: FastifyRequest) => unknown;
    /** What the address asks of whoever asks; the door looks at it first. */
    readonly permission?: string;
  }
}

/** Serves a folder's route under /api/v1 and describes it. */
export function mountRoute(app: FastifyInstance, { folder, route }: GatheredRoute, mounting: Mounting): void {
  const call = route.method === "GET" ? route.query : route.act;
  const { method, path, summary } = route;
  const largestBody = route.method === "GET" ? undefined : route.largestBody;
  const { permission, input, output } = call;
  const isOpen = route.method !== "GET" && route.open === true;
  const run: Address["run"] = (ctx, given, { request }) =>
    call(isOpen ? openContextFor(request, ctx, permission) : ctx, given);
  mountAddress(app, { folder, method, path, summary, permission, input, output, largestBody, run }, mounting);
}

/** Serves an address under /api/v1 and describes it. */
export function mountAddress(app: FastifyInstance, address: Address, mounting: Mounting): void {
  const { method, path, permission, input, output } = address;
  const reader = inputReader(input, method === "GET");
  const swaggerTransform = ({ url }: { url: string }) => ({
    url,
    schema: describe(address, mounting.components),
  });
  app.route({
    method,
    url: apiPrefix + path,
    ...(address.largestBody !== undefined && { bodyLimit: address.largestBody }),
    // Described when somebody asks for the document: it was a fifth of what a start computes.
    config: { input, reader, permission, swaggerTransform },
    handler: async (request, reply) => {
      const ctx = mounting.contextFor(request);
      const answer = await address.run(ctx, reader(request), { request, reply });
      if (reply.sent) return reply;
      const checked = mounting.strictOutput ? output.parse(answer) : answer;
      reply.header("content-type", "application/json; charset=utf-8");
      return JSON.stringify(checked ?? null);
    },
  });
}

function describe(
  { folder, method, path, summary, input, output, redirects }: Address,
  components: Record<string, JsonSchema>,
) {
  const id = operationId(method, path);
  const keep = ({ schema, components: named }: DescribedSchema) => {
    Object.assign(components, named);
    return schema;
  };
  const inputSchema = keep(jsonSchemaOf(input, "input", `${id}_input`));
  const inPath = [...path.matchAll(/:([^/]+)/g)].map((match) => match[1] ?? "");
  const { params, rest } = split(inputSchema, inPath);
  return {
    operationId: id,
    tags: [folder],
    summary,
    ...(params && { params }),
    ...(rest && (method === "GET" ? { querystring: rest } : { body: rest })),
    response: {
      ...(redirects
        ? { 302: { type: "null", description: "Sent on" } }
        : { 200: { description: "OK", content: answered(keep(jsonSchemaOf(output, "output", id))) } }),
      "4xx": {
        description: "Refused",
        content: answered({ $ref: "#/components/schemas/Refusal" }),
      },
    },
  };
}

const answered = (schema: JsonSchema) => ({ "application/json": { schema } });

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
