import { createContext, folderFileStore, openDatabase } from "@iltizam/core/kernel";
import Fastify from "fastify";
import { actorAtTheDoor } from "./actor-at-the-door.ts";
import { assemble } from "./assemble.ts";
import { gatherCore } from "./gather-core.ts";

/** The OpenAPI document of the whole API, as `/api/v1/openapi.json` gives it; asks no database. */
export async function apiDocument(): Promise<unknown> {
  const gathered = await gatherCore();
  const database = openDatabase("postgresql://127.0.0.1/none");
  const app = Fastify();
  const context = createContext({ db: database.db, files: folderFileStore("none"), actor: actorAtTheDoor() });
  await assemble(app, { gathered, context, strictOutput: false, webFolder: undefined });
  const answer = await app.inject({ url: "/api/v1/openapi.json", headers: { host: "localhost" } });
  await app.close();
  await database.close();
  return answer.json();
}
