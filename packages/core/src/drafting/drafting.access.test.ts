import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import {
  answerComment,
  choose,
  commentText,
  compareVersions,
  decideDifference,
  exportText,
  freeze,
  loadTemplate,
  proposeAmount,
  proposeTarget,
  readComments,
  readNames,
  readReturns,
  readTemplate,
  readTemplates,
  readText,
  readVersion,
  send,
  takeReturn,
  wordClause,
} from "./index.ts";
import { agreement, draftText, openParties, space } from "./tests/draft-text.ts";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  await draftText(register, await openParties(register));
});
afterAll(() => register.close());

const clause = { clause: "object", language: "fr", text: "Objet." } as const;
const said = { language: "fr", clause: "object", comment: "À revoir." } as const;
const nobody = "00000000-0000-4000-8000-000000000000";
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
  compareVersions: ["drafting.read", (ctx) => compareVersions(ctx, { agreement, from: 1, language: "fr" })],
  readComments: ["drafting.read", (ctx) => readComments(ctx, { agreement })],
  readNames: ["drafting.read", (ctx) => readNames(ctx, { agreement })],
  readReturns: ["drafting.read", (ctx) => readReturns(ctx, { agreement })],
  commentText: ["drafting.comment", (ctx) => commentText(ctx, { agreement, version: 1, ...said })],
  takeReturn: [
    "drafting.write",
    (ctx) => takeReturn(ctx, { agreement, fileName: "a.docx", fileBase64: "AAAA" }),
  ],
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

test("templates are read and loaded by who may set the wording of every agreement to come", async () => {
  const { content } = await readTemplate(register.ctx, { space, version: 1 });
  const load = (ctx: Context) => loadTemplate(ctx, { space, content, reason: "essai" });
  for (const call of [load, (ctx: Context) => readTemplates(ctx, { space })]) {
    await expect(call(register.as(["drafting.write", "drafting.read"]))).rejects.toMatchObject({
      code: "kernel.not_allowed",
    });
  }
  await expect(load(register.as(["drafting.template"]))).rejects.toMatchObject({
    code: "drafting.template_same",
  });
});

test("an answer and a decision need their rights, and then something that is there", async () => {
  const answer = (rights: string[]) =>
    answerComment(register.as(rights), { comment: nobody, answer: "Oui." });
  const decide = (rights: string[]) =>
    decideDifference(register.as(rights), { return: nobody, number: 1, accept: true });
  await expect(answer(["drafting.read"])).rejects.toMatchObject({ code: "kernel.not_allowed" });
  await expect(answer(["drafting.comment"])).rejects.toMatchObject({ code: "drafting.comment_unknown" });
  await expect(decide(["drafting.comment"])).rejects.toMatchObject({ code: "kernel.not_allowed" });
  await expect(decide(["drafting.write"])).rejects.toMatchObject({ code: "drafting.return_unknown" });
});
