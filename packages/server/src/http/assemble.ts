// Everything that a server serves, on one Fastify instance: doors first, then the core's addresses, then the rest.
import type { Context } from "@iltizam/core/kernel";
import type { FastifyInstance } from "fastify";
import { actorAtTheDoor } from "./actor-at-the-door.ts";
import { answerErrors } from "./answer-errors.ts";
import { answerTheRest, rememberAddresses } from "./answer-other-methods.ts";
import { describeApi } from "./describe-api.ts";
import type { Gathered } from "./gather-core.ts";
import { guardDoor } from "./guard-door.ts";
import type { JsonSchema } from "./json-schema-of.ts";
import { mountRoute } from "./mount-route.ts";
import { serveWeb } from "./serve-web.ts";
import { tellHealth } from "./tell-health.ts";
import { tellWords } from "./tell-words.ts";

export interface Assembly {
  readonly gathered: Gathered;
  /** What every request is given; who acts is asked at the door each time. */
  readonly context: Context;
  readonly strictOutput: boolean;
  readonly webFolder: string | undefined;
}

export async function assemble(app: FastifyInstance, assembly: Assembly): Promise<void> {
  const { gathered, context, strictOutput, webFolder } = assembly;
  const components: Record<string, JsonSchema> = {};
  // A body is JSON; forms and plain texts, which a foreign page could send, are not read.
  app.removeContentTypeParser("text/plain");
  // The acts read their own input and the answers are plain JSON: Fastify's schemas are the document's only.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  guardDoor(app);
  answerErrors(app);
  const methodsOf = rememberAddresses(app);
  await describeApi(app, components);
  tellHealth(app, context.db);
  tellWords(app);
  const contextFor = () => ({ ...context, actor: actorAtTheDoor() });
  for (const route of gathered.routes) mountRoute(app, route, { contextFor, strictOutput, components });
  answerTheRest(app, methodsOf, await serveWeb(app, webFolder));
}
