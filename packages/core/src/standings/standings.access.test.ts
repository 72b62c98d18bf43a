import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import {
  agreementLines,
  byLateness,
  memberStandings,
  monthStandings,
  routes,
  standings,
  territoryStandings,
} from "./index.ts";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

const reads = {
  standings: (ctx: Context) => standings(ctx, {}),
  byLateness: (ctx: Context) => byLateness(ctx, {}),
  territoryStandings: (ctx: Context) => territoryStandings(ctx, {}),
  agreementLines: (ctx: Context) => agreementLines(ctx, { agreements: ["NOBODY-1"] }),
};

describe.each(Object.entries(reads))("%s", (_, read) => {
  test("is open to who may read standings", async () => {
    await expect(read(register.as(["standings.read"]))).resolves.toBeDefined();
    await expect(read(register.as(["*"]))).resolves.toBeDefined();
  });

  test.each([[[]], [["standings.write"]], [["agreements.read", "results.read"]]])(
    "is closed to %j, and says what is missing",
    async (permissions) => {
      await expect(read(register.as(permissions))).rejects.toMatchObject({
        code: "kernel.not_allowed",
        params: { permission: "standings.read" },
      });
    },
  );

  test("with a right that holds in one territory, agreement or organisation, gives only what lies there", async () => {
    const { region } = register;
    for (const where of [{ territory: region }, { agreement: region }, { organisation: region }])
      await expect(read(register.as(["standings.read"], where))).resolves.toBeDefined();
  });
});

test("the months of a file are open to who may read standings, and to nobody else", async () => {
  const of = { agreement: "NOBODY-1" };
  await expect(monthStandings(register.as(["standings.read"]), of)).rejects.toMatchObject({
    code: "standings.agreement_unknown",
  });
  await expect(monthStandings(register.as(["results.read"]), of)).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission: "standings.read" },
  });
});

test("every address of this folder is one of these reads", () => {
  const known = new Set(
    [standings, monthStandings, byLateness, agreementLines, memberStandings, territoryStandings].map(
      ({ queryName }) => queryName,
    ),
  );
  for (const route of routes) expect(known).toContain("query" in route ? route.query.queryName : route.path);
});
