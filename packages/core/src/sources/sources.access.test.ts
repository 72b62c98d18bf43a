import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { type Context, errorMessage, locales } from "../kernel/index.ts";
import { adoptReading } from "./adopt-reading.ts";
import { assertValue } from "./assert-value.ts";
import { listDoubts } from "./doubts.ts";
import { sourceErrors } from "./errors.ts";
import { keepDocument } from "./keep-document.ts";
import { getDocument, listDecisions, listDocuments } from "./queries.ts";
import { quotePassage } from "./quote-passage.ts";
import { raiseDoubt } from "./raise-doubt.ts";
import { routes } from "./routes.ts";
import { settleDoubt } from "./settle-doubt.ts";

const register = await openRegister();
const { ctx } = register;
afterAll(() => register.close());

const space = "simulated" as const;
const text = "Huit conventions.";
const document = {
  space,
  kind: "press",
  title: "Journal",
  language: "fr",
  text,
  fileBase64: Buffer.from(text).toString("base64"),
} as const;
const { id: documentId } = await keepDocument(ctx, document);
const passage = { documentId, start: 0, end: 4, content: "Huit" };
const { id: passageId } = await quotePassage(ctx, passage);
const value = { documentId, passageId, topic: "count", quantity: 8, how: "normalised" } as const;
const object = { objectKind: "agreement.stands_for", objectId: ctx.ids.next() };
const doubt = { space, ...object, about: "nombre", readings: ["huit", "neuf"] };

const { id: raised } = await raiseDoubt(ctx, doubt);

const calls: readonly (readonly [string, string, (ctx: Context) => Promise<unknown>])[] = [
  ["listDocuments", "sources.read", (c) => listDocuments(c, { space })],
  ["getDocument", "sources.read", (c) => getDocument(c, { document: documentId })],
  ["listDoubts", "sources.read", (c) => listDoubts(c, { object: object.objectId })],
  [
    "listDecisions",
    "sources.read",
    (c) => listDecisions(c, { objectKind: object.objectKind, object: object.objectId }),
  ],
  ["keepDocument", "sources.record", (c) => keepDocument(c, document)],
  ["quotePassage", "sources.record", (c) => quotePassage(c, passage)],
  ["assertValue", "sources.record", (c) => assertValue(c, value)],
  ["raiseDoubt", "sources.record", (c) => raiseDoubt(c, doubt)],
  [
    "settleDoubt",
    "sources.decide",
    (c) => settleDoubt(c, { doubt: raised, reading: 1, reason: "le texte le dit" }),
  ],
  [
    "adoptReading",
    "sources.decide",
    (c) => adoptReading(c, { space, ...object, assertionId: null, reason: "aucune" }),
  ],
];
const every = [...new Set(calls.map(([, permission]) => permission))];

test.each(calls)("%s asks for %s, and every other right is not enough", async (_name, permission, call) => {
  const others = every.filter((one) => one !== permission);
  await expect(call(register.as(others))).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission },
  });
  await expect(call(register.as([permission]))).resolves.toBeDefined();
});

test("each route has a line in the table above", () => {
  const asked = routes.map((route) => ("act" in route ? route.act.permission : route.query.permission));
  expect(calls.map(([, permission]) => permission).sort()).toEqual(asked.sort());
});

test("a quotation that differs is told in three languages", () => {
  const where = { document: "J", start: 3, end: 9, at: 4, found: "a", given: "b" };
  for (const locale of locales) {
    const nowhere = errorMessage(locale, sourceErrors.passage_differs({ ...where, elsewhere: -1 }));
    const at12 = errorMessage(locale, sourceErrors.passage_differs({ ...where, elsewhere: 12 }));
    expect(at12).toContain("12");
    expect(nowhere).not.toContain("-1");
    expect(nowhere).not.toBe(at12);
  }
});
