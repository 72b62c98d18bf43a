import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { type Changes, sampleHouse } from "./sample-house.ts";
import { runNode } from "./tools.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const check = (words: string[], changes: Changes = {}) => runNode(main, words, sampleHouse(changes).root);

it("ends with 0 when every rule is kept", async () => {
  const { code, out } = await check([]);
  expect(code).toBe(0);
  expect(out.split("\n").map((line) => line.split(/ +/).slice(0, 2).join(" "))).toEqual([
    "types ok",
    "lint ok",
    "imports ok",
    "tables ok",
    "sizes ok",
    "names ok",
    "messages ok",
    "acts ok",
    "permissions ok",
    "leaks ok",
    "docs ok",
    "",
  ]);
});

it("ends with 1 and the line of the finding when one is not", async () => {
  const { code, out } = await check(["names", "docs"], { "packages/server/src/utils.ts": "" });
  expect(code).toBe(1);
  expect(out).toContain('packages/server/src/utils.ts:1  names/vague  "utils.ts" says nothing; ');
});

it("ends with 2 and the names of the parts when there is no such part", async () => {
  const { code, err } = await check(["spelling"]);
  expect(code).toBe(2);
  expect(err).toContain("no part is called spelling; there are types, lint, imports, ");
});

it("writes the page of errors before it checks", async () => {
  const { code, out } = await check(["docs", "--write-docs"], { "docs/errors.md": "old\n" });
  expect([code, out.split("\n")[0]]).toEqual([0, "wrote docs/errors.md"]);
});
