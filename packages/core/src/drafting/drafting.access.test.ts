import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import {
  choose,
  exportText,
  freeze,
  proposeAmount,
  proposeTarget,
  readText,
  readVersion,
  send,
  wordClause,
} from "./index.ts";
import { agreement, draftText, openParties } from "./tests/draft-text.ts";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  await draftText(register, await openParties(register));
});
afterAll(() => register.close());

const clause = { clause: "object", language: "fr", text: "Objet." } as const;
const calls: Readonly<Record<string, readonly [string, (ctx: Context) => Promise<unknown>]>> = {
  readText: ["drafting.read", (ctx) => readText(ctx, { agreement })],
  readVersion: ["drafting.read", (ctx) => readVersion(ctx, { agreement, version: 1 })],
  exportText: [
    "drafting.read",
    (ctx) => exportText(ctx, { agreement, version: 1, language: "fr", format: "docx" }),
  ],
  choose: ["drafting.write", (ctx) => choose(ctx, { agreement, revision: 1, languages: ["fr"] })],
  wordClause: ["drafting.write", (ctx) => wordClause(ctx, { agreement, revision: 1, ...clause })],
  proposeTarget: [
    "drafting.write",
    (ctx) => proposeTarget(ctx, { commitment: `${agreement}/1`, quantity: 10 }),
  ],
  proposeAmount: [
    "drafting.write",
    (ctx) => proposeAmount(ctx, { contribution: `${agreement}/M1`, amount: "10" }),
  ],
  freeze: ["drafting.write", (ctx) => freeze(ctx, { agreement })],
  send: ["drafting.send", (ctx) => send(ctx, { agreement, version: 1, to: "lawyer" })],
};

describe.each(Object.entries(calls))("%s", (_, [permission, call]) => {
  test.each([[[]], [["agreements.read", "agreements.edit"]]])("is closed to %j", async (permissions) => {
    await expect(call(register.as(permissions))).rejects.toMatchObject({
      ...{ code: "kernel.not_allowed", params: { permission } },
    });
  });

  test("with its right it goes on to what it is about", async () => {
    const outcome = await call(register.as([permission, "agreements.read"])).catch((error) => error.code);
    expect(outcome).not.toBe("kernel.not_allowed");
  });

  test("a right in another region does not show that the agreement is there", async () => {
    const elsewhere = register.as([permission, "agreements.read"], { territory: register.elsewhere });
    await expect(call(elsewhere)).rejects.toMatchObject({ code: "agreements.unknown" });
  });
});
