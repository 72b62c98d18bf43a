import { readFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";

const here = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** Without what a formatter may move. */
const bare = (source: string) => source.replace(/[\s;,|()"']+/g, "");

test("the client's types are those of the API's document (else: npm run describe-api -w packages/web)", async () => {
  const types = astToString(await openapiTS(JSON.parse(here("openapi.json"))));
  expect(bare(here("schema.gen.d.ts"))).toContain(bare(types));
});
