import { mkdtempSync, rmSync } from "node:fs";
import { request as rawRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineAct, defineQuery, folderFileStore } from "@iltizam/core/kernel";
import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createServer, type RunningServer } from "./create-server.ts";
import { type Gathered, refuseDuplicates } from "./gather-core.ts";

const greet = defineQuery({
  name: "kernel.greet",
  permission: "greet",
  input: z.object({
    name: z.string().min(2),
    times: z.int().min(1).default(1),
    loud: z.boolean().optional(),
    words: z.array(z.string()).default([]),
  }),
  output: z.object({ sentence: z.string() }),
  run: async (_ctx, { name, times, loud, words }) => {
    if (name === "broken") throw new TypeError("a secret inside");
    const sentence = [`${"hello ".repeat(times)}${name}`, ...words].join(" ");
    return { sentence: loud ? sentence.toUpperCase() : sentence };
  },
});
const keep = defineAct({
  name: "kernel.keep",
  permission: "keep",
  input: z.object({ key: z.string(), value: z.string() }),
  output: z.object({ actor: z.string() }),
  run: async (ctx, { key, value }) => {
    await ctx.journal({ object: { kind: "setting", id: key }, after: { value } });
    return { actor: ctx.actor.label };
  },
});
const gathered: Gathered = {
  guards: {},
  permissions: {},
  routes: [
    {
      folder: "kernel",
      route: { method: "GET", path: "/greetings/:name", query: greet, summary: "A greeting" },
    },
    { folder: "kernel", route: { method: "PUT", path: "/kept/:key", act: keep, summary: "Keeps a value" } },
  ],
};

const dataDir = mkdtempSync(join(tmpdir(), "iltizam-http-"));
let server: RunningServer;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = () => database.drop();
  server = await createServer({
    appUrl: database.appUrl,
    dataDir,
    host: "127.0.0.1",
    port: 0,
    files: folderFileStore(join(dataDir, "files")),
    gathered,
    demo: true,
    strictOutput: true,
    webFolder: join(dataDir, "no-web"),
  });
});
afterAll(async () => {
  await server.close();
  await drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = (path: string, init?: RequestInit) => fetch(server.address + path, init);
const refusal = async (answer: Response) => (await answer.json()) as { error: Refusal };
type Refusal = {
  code: string;
  message: string;
  params: Record<string, unknown>;
  fields?: { field: string }[];
};
const sendJson = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(path, { method: "PUT", body, headers: { "content-type": "application/json", ...headers } });

describe("the input of an act or query", () => {
  test("comes from the path and the query string, as the types that the schema asks for", async () => {
    const answer = await ask("/api/v1/greetings/Amal?times=2&loud=true&words=a&words=b");
    expect(await answer.json()).toEqual({ sentence: "HELLO HELLO AMAL A B" });
  });

  test("comes from the path and the body, and the act is done by the local operator", async () => {
    const answer = await sendJson("/api/v1/kept/colour", '{"value":"green"}');
    expect([answer.status, await answer.json()]).toEqual([200, { actor: "local operator" }]);
  });

  test("with a parameter that the address does not have is refused, naming those it has", async () => {
    const { error } = await refusal(await ask("/api/v1/greetings/Amal?tims=2"));
    expect(error.code).toBe("http.parameter_unknown");
    expect(error.message).toContain("times");
  });

  test.each([
    ["fr", "saisie"],
    ["ar", "المعطيات"],
    ["en", "not accepted"],
  ])("that is wrong is refused field by field in %s", async (locale, word) => {
    const answer = await ask("/api/v1/greetings/A?times=0", {
      headers: { "accept-language": `${locale}-MA,de;q=0.1` },
    });
    const { error } = await refusal(answer);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-language")).toBe(locale);
    expect(error.code).toBe("kernel.input_invalid");
    expect(error.message).toContain(word);
    expect(error.fields?.map(({ field }) => field)).toEqual(["name", "times"]);
  });

  test("`lang` in the address wins over the browser's wish", async () => {
    const answer = await ask("/api/v1/nowhere?lang=ar", { headers: { "accept-language": "en" } });
    expect((await refusal(answer)).error.message).toContain("لا يوجد شيء");
  });
});

describe("what is refused at the door", () => {
  test("a body that is no JSON gets a sentence", async () => {
    const answer = await sendJson("/api/v1/kept/colour", "{value:", { "accept-language": "en" });
    expect(answer.status).toBe(400);
    expect((await refusal(answer)).error).toMatchObject({
      code: "http.json_unreadable",
      message: "The body of the request is no readable JSON; send a JSON object in UTF-8.",
    });
  });

  test("a body over the limit, and a body of another type", async () => {
    const large = await sendJson(
      "/api/v1/kept/colour",
      JSON.stringify({ value: "x".repeat(4 * 1024 * 1024) }),
    );
    expect([large.status, (await refusal(large)).error.code]).toEqual([413, "http.body_too_large"]);
    const text = await ask("/api/v1/kept/colour", {
      method: "PUT",
      body: "value=green",
      headers: { "content-type": "text/plain" },
    });
    expect([text.status, (await refusal(text)).error.code]).toEqual([415, "http.media_type_not_accepted"]);
  });

  test("a foreign host name and a foreign page, so that no other site can act through the browser", async () => {
    expect(await statusWithHost("evil.example")).toBe(421);
    expect(await statusWithHost("localhost:80")).toBe(200);
    const foreign = await sendJson("/api/v1/kept/colour", '{"value":"red"}', {
      origin: "http://evil.example",
    });
    expect([foreign.status, (await refusal(foreign)).error.code]).toEqual([403, "http.origin_not_ours"]);
    const own = await sendJson("/api/v1/kept/colour", '{"value":"red"}', { origin: server.address });
    expect(own.status).toBe(200);
  });

  test("an address that other machines can reach", async () => {
    const { gathered: _none, ...options } = {
      gathered: null,
      appUrl: "postgresql://127.0.0.1/none",
      dataDir,
    };
    const open = createServer({ ...options, host: "0.0.0.0", port: 0, files: folderFileStore(dataDir) });
    await expect(open).rejects.toMatchObject({ code: "http.not_loopback" });
  });

  test("the same address declared by two folders", () => {
    const [first] = gathered.routes;
    if (first === undefined) throw new Error("no route");
    const again = { folder: "territory", route: { ...first.route, path: "/greetings/:who" } };
    expect(() => refuseDuplicates([first, again])).toThrow("http.route_twice");
  });
});

function statusWithHost(host: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = rawRequest({ hostname, port, path: "/healthz", headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on("error", reject).end();
  });
}

describe("every answer", () => {
  test("carries the security headers and a request's number, and scripts only from here", async () => {
    for (const path of ["/api/v1/greetings/Amal", "/api/v1/nowhere", "/healthz"]) {
      const { headers } = await ask(path);
      expect(headers.get("content-security-policy")).toContain("script-src 'self';");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("to something unexpected holds a number and nothing of the inside", async () => {
    const answer = await ask("/api/v1/greetings/broken");
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain(answer.headers.get("x-request-id"));
    expect(text).not.toMatch(/secret|TypeError|\.ts/);
  });

  test("to HEAD has no body, to OPTIONS names the methods, to another method refuses with them", async () => {
    const head = await ask("/api/v1/greetings/Amal", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const options = await ask("/api/v1/greetings/Amal", { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    const wrong = await ask("/api/v1/greetings/Amal", { method: "DELETE" });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  test("to an unknown address is a sentence", async () => {
    const answer = await ask("/api/v1/nowhere", { headers: { "accept-language": "fr" } });
    expect([answer.status, (await refusal(answer)).error.code]).toEqual([404, "http.address_unknown"]);
  });

  test("for a screen says that the web application is not built, where it is not", async () => {
    const answer = await ask("/agreements");
    expect([answer.status, (await refusal(answer)).error.code]).toEqual([503, "http.web_not_built"]);
  });
});

describe("the words of the field", () => {
  test("come in the language asked for, once, without the refusals", async () => {
    const answer = await ask("/api/v1/words?lang=ar");
    const words = (await answer.json()) as Record<string, Record<string, string>>;
    expect(
      Object.values(words)
        .flatMap((folder) => Object.keys(folder))
        .filter((key) => key.startsWith("error.")),
    ).toEqual([]);
    const tag = answer.headers.get("etag") ?? "";
    expect((await ask("/api/v1/words?lang=ar", { headers: { "if-none-match": tag } })).status).toBe(304);
    expect((await ask("/api/v1/words?lang=fr", { headers: { "if-none-match": `${tag}x` } })).status).toBe(
      200,
    );
  });
});

describe("operations", () => {
  test("healthz, readyz and metrics", async () => {
    expect(await (await ask("/healthz")).json()).toEqual({ ok: true });
    const ready = await ask("/readyz");
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, database: true, migrations: "current" },
    ]);
    expect(await (await ask("/metrics")).text()).toContain('route="/api/v1/greetings/:name"');
  });
});

describe("the OpenAPI document", () => {
  test("holds every address with its input and output", async () => {
    const document = (await (await ask("/api/v1/openapi.json")).json()) as OpenApi;
    expect(document.openapi).toBe("3.1.0");
    const get = document.paths["/api/v1/greetings/{name}"]?.get;
    expect(get?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ["times", "query", false],
      ["loud", "query", false],
      ["words", "query", false],
      ["name", "path", true],
    ]);
    expect(get?.responses["200"]?.content["application/json"]?.schema).toMatchObject({
      required: ["sentence"],
    });
    expect(document.paths["/api/v1/kept/{key}"]?.put).toBeDefined();
  });
});

type Operation = {
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { content: Record<string, { schema: unknown }> }>;
};
type OpenApi = {
  openapi: string;
  paths: Record<string, { get?: Operation; put?: Operation }>;
  components: { schemas: Record<string, unknown> };
};
