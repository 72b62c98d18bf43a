import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { checkPaper, exportPaper, listPapers, preparePaper, previewPaper, readPaper } from "./index.ts";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

const number = "DC-2026-0001";
const calls: Readonly<Record<string, readonly [string, (ctx: Context) => Promise<unknown>]>> = {
  preparePaper: ["papers.prepare", (ctx) => preparePaper(ctx, { space: "simulated", region: "90" })],
  previewPaper: ["papers.prepare", (ctx) => previewPaper(ctx, { space: "simulated", region: "90" })],
  listPapers: ["papers.read", (ctx) => listPapers(ctx, { space: "simulated" })],
  readPaper: ["papers.read", (ctx) => readPaper(ctx, { number })],
  checkPaper: ["papers.prepare", (ctx) => checkPaper(ctx, { number })],
  exportPaper: ["papers.read", (ctx) => exportPaper(ctx, { number, format: "pdf" })],
};

describe.each(Object.entries(calls))("%s", (_, [permission, call]) => {
  test.each([[[]], [["standings.read", "agreements.read"]]])("is closed to %j", async (permissions) => {
    await expect(call(register.as(permissions))).rejects.toMatchObject({
      ...{ code: "kernel.not_allowed", params: { permission } },
    });
  });

  test("with its right it goes on to what it is about", async () => {
    const outcome = await call(register.as([permission, "standings.read"])).catch((error) => error.code);
    expect(outcome).not.toBe("kernel.not_allowed");
  });
});

test("a right in another region prepares nothing here", async () => {
  const elsewhere = register.as(["papers.prepare", "standings.read"], { territory: register.elsewhere });
  await expect(preparePaper(elsewhere, { space: "simulated", region: "90" })).rejects.toMatchObject({
    code: "kernel.not_allowed",
  });
});
