// Everything that a server serves, on one Fastify instance: doors first, then the core's addresses, then the rest.
import cookie from "@fastify/cookie";
import type { Context } from "@iltizam/core/kernel";
import type { FastifyInstance } from "fastify";
import { servePublic } from "../public/index.ts";
import { answerErrors } from "./answer-errors.ts";
import { answerTheRest, rememberAddresses } from "./answer-other-methods.ts";
import { compressAnswers } from "./compress-answers.ts";
import { describeApi } from "./describe-api.ts";
import { addressesOfTheDoor } from "./door/addresses.ts";
import { limitRequests } from "./door/limit-requests.ts";
import { openDoor } from "./door/open-door.ts";
import type { Provider } from "./door/provider.ts";
import type { DoorSettings } from "./door/settings.ts";
import { visitorOf } from "./door/who-knocks.ts";
import type { Gathered } from "./gather-core.ts";
import { guardDoor } from "./guard-door.ts";
import type { JsonSchema } from "./json-schema-of.ts";
import { mountAddress, mountRoute } from "./mount-route.ts";
import { serveCalendar } from "./serve-calendar.ts";
import { builtWeb, serveWeb } from "./serve-web.ts";
import { tellHealth } from "./tell-health.ts";
import { tellWords } from "./tell-words.ts";

export interface Assembly {
  readonly gathered: Gathered;
  /** What every request is given; who acts is asked at the door each time. */
  readonly context: Context;
  readonly door: DoorSettings;
  /** The identity provider through which people may sign in, if one is set up. */
  readonly provider?: Provider | undefined;
  readonly strictOutput: boolean;
  readonly webFolder: string | undefined;
}

export async function assemble(app: FastifyInstance, assembly: Assembly): Promise<void> {
  const { gathered, context, door, provider, strictOutput, webFolder } = assembly;
  const components: Record<string, JsonSchema> = {};
  // A body is JSON; forms and plain texts, which a foreign page could send, are not read.
  app.removeContentTypeParser("text/plain");
  // The acts read their own input and the answers are plain JSON: Fastify's schemas are the document's only.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  await app.register(cookie);
  compressAnswers(app);
  guardDoor(app, door);
  await limitRequests(app, door);
  const contextFor = openDoor(app, { context, door, rights: gathered });
  answerErrors(app);
  const methodsOf = rememberAddresses(app);
  await describeApi(app, components);
  tellHealth(app, context.db, door);
  tellWords(app);
  const mounting = { contextFor, strictOutput, components };
  for (const address of addressesOfTheDoor({ settings: door, provider })) {
    mountAddress(app, address, mounting);
  }
  for (const route of gathered.routes) mountRoute(app, route, mounting);
  servePublic(app, {
    ctx: { ...context, actor: visitorOf(gathered) },
    ...{ webFolder: webFolder ?? builtWeb, secure: door.origin !== undefined },
  });
  serveCalendar(app, { ...context, actor: visitorOf(gathered) }, door);
  answerTheRest(app, methodsOf, await serveWeb(app, webFolder));
}
