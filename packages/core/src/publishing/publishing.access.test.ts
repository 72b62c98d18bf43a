import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { comment } from "./comment.ts";
import { noteOnEdition } from "./correct.ts";
import { publicPermissions, routes } from "./index.ts";
import { previewEdition } from "./preview.ts";
import { editionProgress } from "./progress.ts";
import { publish } from "./publish.ts";
import { listEditions, listPromises, readContent, readEdition, readEditionAgreement } from "./queries.ts";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

const space = "simulated" as const;
const text = { fr: "texte", ar: "نص", en: "text" };
const number = 999;

const calls = {
  listEditions: ["editions.read", (ctx: Context) => listEditions(ctx, {})],
  readEdition: ["editions.read", (ctx: Context) => readEdition(ctx, { number })],
  listPromises: ["editions.read", (ctx: Context) => listPromises(ctx, { number })],
  readContent: ["editions.read", (ctx: Context) => readContent(ctx, { number })],
  readEditionAgreement: [
    "editions.read",
    (ctx: Context) => readEditionAgreement(ctx, { number, agreement: "AGR-1" }),
  ],
  previewEdition: ["publishing.preview", (ctx: Context) => previewEdition(ctx, { space })],
  editionProgress: [
    "publishing.preview",
    (ctx: Context) => editionProgress(ctx, { watch: "00000000-0000-4000-8000-000000000001" }),
  ],
  publish: ["publishing.publish", (ctx: Context) => publish(ctx, { space })],
  noteOnEdition: ["publishing.correct", (ctx: Context) => noteOnEdition(ctx, { number, text })],
  comment: [
    "comments.make",
    (ctx: Context) =>
      comment(ctx, { commitment: "AGR-1/1", organisation: "ORG", text: "Bien.", language: "fr" }),
  ],
} as const;

/** What a call that is let through finds in an empty register. */
const found = (error: { code: string }) => error.code;

describe.each(Object.entries(calls))("%s", (_name, [permission, call]) => {
  test("is let through to who holds its right", async () => {
    const code = await call(register.as([permission, "standings.read"])).then(() => "done", found);
    expect(code).not.toBe("kernel.not_allowed");
  });

  test.each([[[]], [["agreements.read", "standings.read", "results.verify"]]])(
    "is refused to %j, naming the right that is missing",
    async (permissions) => {
      await expect(call(register.as(permissions))).rejects.toMatchObject({
        code: "kernel.not_allowed",
        params: { permission },
      });
    },
  );
});

test("whoever publishes for one place alone does not publish: an edition is of all", async () => {
  const where = { territory: register.region };
  for (const call of [publish, previewEdition])
    await expect(
      call(register.as(["publishing.publish", "publishing.preview", "standings.read"], where), { space }),
    ).rejects.toMatchObject({ code: "kernel.not_allowed" });
});

test("anybody may read what was published, and nothing else", () => {
  expect(publicPermissions).toEqual(["editions.read"]);
  const open = routes.filter((route) => route.method === "GET" && route.query.permission === "editions.read");
  expect(open).toHaveLength(5);
});
