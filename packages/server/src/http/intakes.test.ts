// A text goes through the addresses: opened as a file, reviewed, recorded; and a large file only where files are taken.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@iltizam/core/kernel";
import { loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openContext } from "../compose/index.ts";
import { readerInProcess } from "../reading/index.ts";
import { createServer, type RunningServer } from "./create-server.ts";

const dataDir = mkdtempSync(join(tmpdir(), "iltizam-intakes-"));
let server: RunningServer;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = () => database.drop();
  const place = { appUrl: database.appUrl, dataDir, actor: systemActor, name: "test", connections: 2 };
  const { ctx, close } = await openContext(place);
  await loadTerritory(ctx, { space: "real" });
  await loadVocabulary(ctx, {});
  await close();
  server = await createServer({
    ...{ appUrl: database.appUrl, dataDir, host: "127.0.0.1", port: 0, demo: true },
    strictOutput: true,
  });
});
afterAll(async () => {
  await server.close();
  await drop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: {
    readonly id: string;
    readonly revision: number;
    readonly state: string;
    readonly recorded: boolean;
    readonly items: readonly { readonly path: string; readonly what: string; readonly value: unknown }[];
    readonly error: { readonly code: string; readonly message: string };
  };
}

async function ask(method: string, path: string, body?: object, language = "en"): Promise<Answer> {
  const answer = await fetch(`${server.address}/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json", "accept-language": language },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer["body"] };
}

const text =
  "Azilal — L'ANAPEC et Noix d'Azilal ont signé à Azilal une convention pour le recrutement de 87 jeunes.";
const asFile = (content: string | Buffer, fileName: string) => ({
  ...{ space: "real", fileName, contentBase64: Buffer.from(content).toString("base64") },
});

test("a text is opened, decided, recorded, and recorded only once", async () => {
  const { body: opened } = await ask("POST", "/intakes", asFile(text, "azilal.txt"));
  expect(opened.state).toBe("open");
  const early = await ask("POST", `/intakes/${opened.id}/record`, { revision: opened.revision }, "ar");
  expect([early.status, early.body.error.code]).toEqual([422, "drafts.undecided"]);
  expect(early.body.error.message).toContain("قبل التسجيل");
  const decisions = opened.items.map(({ path, what, value }) => ({
    ...{ path, decision: "accepted" },
    ...(what === "choice" && { value }),
  }));
  const { body: saved } = await ask("PUT", `/intakes/${opened.id}/review`, {
    revision: opened.revision,
    decisions: { format: "iltizam-decisions/1", decisions },
  });
  const record = () => ask("POST", `/intakes/${opened.id}/record`, { revision: saved.revision });
  expect(await record()).toMatchObject({ status: 200, body: { recorded: true } });
  expect(await record()).toMatchObject({ status: 200, body: { recorded: false } });
  expect(await ask("GET", `/intakes/${opened.id}`)).toMatchObject({ body: { state: "recorded" } });
});

test("two who save at once: the second is told", async () => {
  const { body: opened } = await ask("POST", "/intakes", asFile(`${text}\n`, "azilal-2.txt"));
  const save = (path: string) =>
    ask("PUT", `/intakes/${opened.id}/review`, {
      revision: opened.revision,
      decisions: { format: "iltizam-decisions/1", decisions: [{ path, decision: "accepted" }] },
    });
  const answers = await Promise.all([save("event"), save("instruments")]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

describe("a large file", () => {
  const large = "x ".repeat(3 * 1024 * 1024);

  test("comes through where texts are opened, and the reader says what is too long", async () => {
    const { status, body } = await ask("POST", "/intakes", asFile(large, "large.txt"), "fr");
    expect([status, body.error.code]).toEqual([413, "reading.too_long"]);
  });

  test("is refused everywhere else", async () => {
    const { status, body } = await ask("POST", "/drafts/record", { fileBase64: large });
    expect([status, body.error.code]).toEqual([413, "http.body_too_large"]);
  });
});

test("the server answers others while a text of 20,000 characters is read", async () => {
  const longest: number[] = [];
  for (const name of ["first.txt", "second.txt", "third.txt"])
    longest.push(await longestAnswerWhileReading(name));
  const before = process.threadCpuUsage();
  await readerInProcess().read({ bytes: Buffer.from(long("here")), name: "here.txt", publishedOn: null });
  // The thread may tidy its memory once; were texts read on it, no answer of any of the three would be quick.
  expect(Math.min(...longest)).toBeLessThan(workSince(before) / 2);
});

const long = (name: string) => `${name}\n${`${text}\n`.repeat(200)}`;

/** What this thread worked since then, in milliseconds of the processor, whatever else the machine does. */
function workSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** What the server's thread worked at most for one answer. */
async function longestAnswerWhileReading(name: string): Promise<number> {
  expect(long(name).length).toBeGreaterThan(20_000);
  let done = false;
  const reading = ask("POST", "/intakes", asFile(long(name), name)).finally(() => {
    done = true;
  });
  let longest = 0;
  while (!done) {
    const before = process.threadCpuUsage();
    await fetch(`${server.address}/healthz`);
    longest = Math.max(longest, workSince(before));
  }
  expect((await reading).status).toBe(200);
  return longest;
}
