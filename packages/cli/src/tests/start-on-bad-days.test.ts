// The seven bad days of a start (issue: bad input and bad days), each with real processes, each read from the screen; what
// is refused before anything is made, in another language or for another argument, in this process.
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import {
  fillUp,
  folderIn,
  inOwnMounts,
  postgresOf,
  readOnlyDisk,
  runProgram,
  smallDisk,
  testFolder,
  whyNoOwnMounts,
} from "@iltizam/testkit/bad-days";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runHere } from "./in-this-process.ts";
import { isAlive, startArgs, startOn, startOrdinarily, stop } from "./start-program.ts";

const isRoot = process.getuid?.() === 0;
let folder: ReturnType<typeof testFolder>;
let data: string;
beforeEach(() => {
  folder = testFolder();
  data = join(folder.path, "data");
});
afterEach(() => folder.remove());

const noMounts = whyNoOwnMounts();
const whyNot = noMounts === undefined ? "" : `: skipped, ${noMounts}`;
const mounted = (mounts: string, ...more: string[]) => {
  const { command, args } = inOwnMounts(mounts, process.execPath, startArgs(data, ...more));
  return runProgram(command, args, { env: { ...process.env, LANG: "C", LC_ALL: "C" } });
};

test("a second start on the same data says where the first one serves, and ends well", async () => {
  const first = startOn(data);
  const [, address] = await first.waitFor(/serves at (\S+) \(data in .*; Ctrl-C stops it\)/);
  const second = startOn(data);
  expect(await second.ended).toBe(0);
  expect(second.printed()).toBe(`Iltizam already runs on ${data}: ${address}\n`);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect(await stop(first)).toBe(0);
  expect(first.printed()).toMatch(/Stopping …\nStopped\.\n$/);
  expect(postgresOf(data)).toBeUndefined();
});

test("a killed server whose database still runs: the next start shares it, and stops it at its own end", async () => {
  const killed = startOn(data);
  await killed.waitFor(/serves at/);
  const database = postgresOf(data);
  killed.kill("SIGKILL");
  await killed.ended;
  expect(isAlive(database?.pid ?? 0)).toBe(true);
  const next = startOn(data);
  await next.waitFor(/serves at/);
  expect(next.printed()).toMatch(/PostgreSQL 18\.\d+ found running and shared/);
  expect(postgresOf(data)).toEqual(database);
  await stop(next);
  expect(postgresOf(data)).toBeUndefined();
});

describe("a busy port", () => {
  const occupy = async (port: number) => {
    const server = createServer();
    const taken = await new Promise<number>((done) => {
      server.listen(port, "127.0.0.1", () => done((server.address() as { port: number }).port));
    });
    return { port: taken, free: () => server.close() };
  };

  test("of the web application is told with another one to choose, before anything is made", async () => {
    const busy = await occupy(0);
    const start = startOn(data, "--port", String(busy.port));
    expect(await start.ended).toBe(2);
    busy.free();
    expect(start.printed()).toBe(
      `Another program listens on port ${busy.port}: stop it, or choose another port, for example with --port ${busy.port + 1}.\n`,
    );
  });

  test.each([
    [
      "fr_MA.UTF-8",
      "Un autre programme écoute sur le port {port} : arrêtez-le, ou choisissez un autre port, par exemple avec --port {other}.",
    ],
    [
      "ar_MA.UTF-8",
      "يستمع برنامج آخر على المنفذ {port}: أوقفوه أو اختاروا منفذا آخر، مثلا بالخيار --port {other}.",
    ],
  ])("is told in the language of the terminal: %s", async (language, sentence) => {
    const busy = await occupy(0);
    const start = await runHere(["start", "--data", data, "--port", String(busy.port)], { LANG: language });
    busy.free();
    const told = sentence.replace("{port}", String(busy.port)).replace("{other}", String(busy.port + 1));
    expect(start).toEqual({ code: 2, out: "", err: `${told}\n` });
  });

  test("of the database makes it take a free one", async () => {
    const first = startOn(data);
    await first.waitFor(/serves at/);
    const { port = 0 } = postgresOf(data) ?? {};
    await stop(first);
    const busy = await occupy(port);
    const second = startOn(data);
    await second.waitFor(/serves at/);
    expect(postgresOf(data)?.port).not.toBe(port);
    await stop(second);
    busy.free();
  });
});

describe.skipIf(noMounts !== undefined)(`a full disk${whyNot}`, () => {
  const sentence = () =>
    `The disk that holds ${data} is full: free some space (a new installation needs 200 MB), or name a folder on another disk with --data DIR.`;

  test("is told before a new installation begins", async () => {
    const start = mounted(smallDisk(data, 20));
    expect(await start.ended).toBe(2);
    expect(start.printed()).toContain("The disk that holds");
    expect(start.printed()).toContain("is full: free some space (a new installation needs 200 MB)");
    expect(start.printed()).toContain("name a folder on another disk with --data DIR");
  });

  test("is told of an installation that has filled it", async () => {
    const script = `"$@" & server=$!
      until grep -q 'prepared.*true' "${data}/postgres.json" 2>/dev/null; do sleep 0.1; done
      sleep 0.5; kill $server; wait $server
      ${fillUp(data)}
      exec "$@"`;
    const start = [process.execPath, ...startArgs(data)];
    const { command, args } = inOwnMounts(smallDisk(data, 400), "sh", ["-c", script, "sh", ...start]);
    const starts = runProgram(command, args, { env: { ...process.env, LANG: "C", LC_ALL: "C" } });
    expect(await starts.ended).toBe(2);
    expect(starts.printed()).toContain(`${sentence()}`);
  });
});

describe("a read-only folder", () => {
  test.skipIf(noMounts !== undefined)(
    `of a read-only file system is told, to root too${whyNot}`,
    async () => {
      const start = mounted(readOnlyDisk(data));
      expect(await start.ended).toBe(2);
      expect(start.printed()).toBe(
        `The folder ${data} is on a file system that is mounted read-only: name a folder that can be written with --data DIR.\n`,
      );
    },
  );

  test("of somebody else is told to an ordinary user", async () => {
    const closed = folderIn(folder.path, "closed", 0o555);
    const start = startOrdinarily(folder.path, join(closed, "data"));
    expect(await start.ended).toBe(2);
    expect(start.printed()).toBe(
      `The folder ${join(closed, "data")} cannot be written by the user who starts Iltizam: give him the folder, or name another one with --data DIR.\n`,
    );
  });
});

describe("who runs the database", () => {
  test("the screen names an ordinary user, whoever starts", async () => {
    const start = startOn(data);
    const [, name] = await start.waitFor(/runs as the system user (\S+)/);
    await start.waitFor(/serves at/);
    const { uid } = statSync(`/proc/${postgresOf(data)?.pid}`);
    expect(uid).not.toBe(0);
    if (isRoot) expect(name).not.toBe("root");
    else expect(name).toBe(userInfo().username);
    await stop(start);
  });

  test.skipIf(!isRoot)(
    `root's private home is closed to that user: his part lies in /var/lib/iltizam${isRoot ? "" : ": skipped, you are not root"}`,
    async () => {
      const home = folderIn(folder.path, "private", 0o700);
      data = join(home, "data");
      const start = startOn(data);
      await start.waitFor(/serves at/);
      await stop(start);
      const again = startOn(data);
      await again.waitFor(/serves at/);
      const { home: outside } = JSON.parse(readFileSync(join(data, "postgres.json"), "utf8"));
      expect(outside).toMatch(/^\/var\/lib\/iltizam\/[0-9a-f]{12}$/);
      await stop(again);
      rmSync(outside, { recursive: true });
    },
  );
});

describe("no home to write to", () => {
  const homeless = { HOME: "/nonexistent", TMPDIR: tmpdir() };

  test("does not matter when the data folder can be written", async () => {
    const own = folderIn(folder.path, "own", 0o777);
    const start = startOrdinarily(folder.path, join(own, "data"), homeless);
    await start.waitFor(/serves at/);
    expect(await stop(start)).toBe(0);
  });

  test("and no data folder either: the sentence says how to name one", async () => {
    const start = startOrdinarily(folder.path, ".iltizam", homeless);
    expect(await start.ended).toBe(2);
    expect(start.printed()).toMatch(/^The folder \/\.iltizam cannot be written .* --data DIR\.\n$/);
  });
});

test("a file where the data folder should be is left alone", async () => {
  writeFileSync(data, "mine");
  const start = await runHere(["start", "--data", data, "--port", "0"]);
  expect(start.code).toBe(2);
  expect(start.err).toBe(
    `${data} cannot be the data folder, because a file stands in its way: name another folder with --data DIR.\n`,
  );
});

test("a database that is killed under the server is started again on its port", async () => {
  const start = startOn(data);
  await start.waitFor(/serves at/);
  const before = postgresOf(data);
  process.kill(before?.pid ?? 0, "SIGKILL");
  await start.waitFor(/PostgreSQL ended unasked and was started again/);
  const after = postgresOf(data);
  expect(after?.port).toBe(before?.port);
  expect(after?.pid).not.toBe(before?.pid);
  expect(await stop(start)).toBe(0);
});

test("an address that other machines could reach is refused", async () => {
  const start = await runHere(["start", "--data", data, "--port", "0", "--host", "0.0.0.0"]);
  expect(start.code).toBe(2);
  expect(start.err).toBe(
    "--host 0.0.0.0 is an address that other machines reach: give with it the public name (--origin https://…) and the proxies that speak https (--trust-proxy ADDRESS), or leave --host out.\n",
  );
});

test("Ctrl-C during the start leaves no database behind", async () => {
  const start = startOn(data);
  await start.waitFor(/creating PostgreSQL's files/);
  start.kill("SIGINT");
  expect(await start.ended).toBe(0);
  expect(start.printed()).toMatch(/Stopped\.\n$/);
  expect(postgresOf(data)).toBeUndefined();
});
