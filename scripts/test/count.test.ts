import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iltizam-count-"));
  mkdirSync(join(folder, "packages"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(
    join(folder, "vitest.config.ts"),
    `export default { test: { include: ["packages/*.test.ts"] } };`,
  );
  const file = (name: string, text: string) =>
    writeFileSync(
      join(folder, "packages", `${name}.test.ts`),
      `import { afterAll, beforeAll, describe, expect, test } from "vitest";\n${text}`,
    );
  file(
    "good",
    `test("a", () => expect(1).toBe(1)); test("b", () => expect(1).toBe(1)); test.skip("c", () => {});`,
  );
  file("bad", `test("d", () => expect(1).toBe(2));`);
  file(
    "unready",
    `describe("a", () => { beforeAll(() => { throw new Error("no"); }); test("f", () => expect(1).toBe(1)); });
     describe("b", () => { afterAll(() => { throw new Error("no"); }); test("g", () => expect(1).toBe(1)); });`,
  );
  file("unreadable", `import "./nowhere.ts"; test("e", () => {});`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...filters: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts/test.ts"), ...filters], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  return { status, lastLine: stdout.trimEnd().split("\n").at(-1) };
}

test("the last line counts tests, and a file that cannot be read has failed", () => {
  expect(run()).toEqual({ status: 1, lastLine: "3 passed, 4 failed, 2 skipped" });
});

test("a word chooses the files whose path contains it", () => {
  expect(run("good")).toEqual({ status: 0, lastLine: "2 passed, 0 failed, 1 skipped" });
});

test("a run without a test is no success", () => {
  expect(run("nothing-of-that-name")).toEqual({ status: 1, lastLine: "0 passed, 0 failed, 0 skipped" });
});
