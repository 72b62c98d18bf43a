// A server on a database of its own, and browsers that keep cookies, for the tests of the door.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as rawRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdministrator } from "@iltizam/core/identity";
import { type Context, systemActor } from "@iltizam/core/kernel";
import { createTestDatabase } from "@iltizam/testkit/database";
import { openContext } from "../../compose/index.ts";
import { createServer, type ServerOptions } from "../create-server.ts";

export const administrator = {
  mail: "nadia@exemple.test",
  name: "Nadia",
  password: "un figuier devant la gare",
} as const;

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: unknown;
  readonly text: string;
}

/** What a browser sends by itself, and what it keeps. */
export function browserOn(address: string, headers: Readonly<Record<string, string>> = {}) {
  const { hostname, port } = new URL(address);
  const cookies = new Map<string, string>();
  const keep = (given: readonly string[]) => {
    for (const text of given) {
      const [pair = ""] = text.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  const ask = (method: string, path: string, body?: object, more: Readonly<Record<string, string>> = {}) =>
    new Promise<Answer>((done, fail) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const sent = rawRequest(
        {
          ...{ hostname, port, method, path },
          headers: {
            ...{ "accept-language": "en", "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0" },
            ...(body && { "content-type": "application/json" }),
            ...(method !== "GET" && { origin: address }),
            ...(cookie && { cookie }),
            ...headers,
            ...more,
          },
        },
        async (answer) => {
          const parts: Buffer[] = [];
          for await (const part of answer) parts.push(part as Buffer);
          keep(answer.headers["set-cookie"] ?? []);
          const text = Buffer.concat(parts).toString();
          const isJson = answer.headers["content-type"]?.includes("json") === true;
          const { statusCode = 0 } = answer;
          done({
            status: statusCode,
            headers: answer.headers,
            text,
            body: isJson ? JSON.parse(text) : undefined,
          });
        },
      );
      sent.on("error", fail).end(body && JSON.stringify(body));
    });
  return { cookies, get: (path: string, more = {}) => ask("GET", path, undefined, more), ask };
}

export async function openInstallation(
  options: Partial<ServerOptions> & { withAdministrator?: boolean } = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), "iltizam-door-"));
  const database = await createTestDatabase();
  const { ctx, close } = await openContext({
    ...{ appUrl: database.appUrl, dataDir, actor: systemActor, name: "test", connections: 3 },
  });
  const { withAdministrator = true, ...more } = options;
  if (withAdministrator) await createAdministrator(ctx, administrator);
  const server = await createServer({
    ...{ appUrl: database.appUrl, dataDir, host: "127.0.0.1", port: 0, strictOutput: true, connections: 6 },
    ...more,
  });
  return {
    ctx: ctx as Context,
    address: server.address,
    appUrl: database.appUrl,
    dataDir,
    log: () => readFileSync(join(dataDir, "logs/server.log"), "utf8"),
    browser: (headers = {}) => browserOn(server.address, headers),
    async close() {
      await server.close();
      await close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
export type Installation = Awaited<ReturnType<typeof openInstallation>>;

export const codeOf = ({ body }: Answer) => (body as { error?: { code?: string } } | undefined)?.error?.code;
