import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { refusalSchema } from "./answer-errors.ts";
import type { JsonSchema } from "./json-schema-of.ts";
import { apiPrefix } from "./mount-route.ts";

/** Gathers every address served from here on into /api/v1/openapi.json (OpenAPI 3.1). */
export async function describeApi(
  app: FastifyInstance,
  components: Record<string, JsonSchema>,
): Promise<void> {
  components.Refusal = refusalSchema;
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Iltizam",
        version: "1",
        description:
          "Employment partnership agreements, from intention to proven result. Money is a decimal string in major units beside its currency; days are YYYY-MM-DD; numbers are never localised. `lang=fr|ar|en` chooses the language of sentences.",
      },
    },
    hideUntagged: true,
  });
  let text: string | undefined;
  app.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify({ ...app.swagger(), components: { schemas: components } });
    return reply.header("content-type", "application/json; charset=utf-8").send(text);
  });
}
