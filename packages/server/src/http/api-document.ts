import { createContext, folderFileStore, openDatabase } from "@iltizam/core/kernel";
import Fastify from "fastify";
import { assemble } from "./assemble.ts";
import { visitorOf } from "./door/who-knocks.ts";
import { gatherCore } from "./gather-core.ts";

/** The OpenAPI document of the whole API, as `/api/v1/openapi.json` gives it; asks no database. */
export async function apiDocument(): Promise<unknown> {
  const gathered = await gatherCore();
  const database = openDatabase("postgresql://127.0.0.1/none");
  const app = Fastify();
  const actor = visitorOf(gathered);
  const context = createContext({ db: database.db, files: folderFileStore("none"), actor });
  const door = { origin: undefined, demo: true, mail: false, requestsPerMinute: 0 };
  await assemble(app, { gathered, context, door, strictOutput: false, webFolder: undefined });
  const answer = await app.inject({ url: "/api/v1/openapi.json", headers: { host: "localhost" } });
  await app.close();
  await database.close();
  return answer.json();
}
