import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLink } from "../identity/index.ts";
import { type Actor, type Context, errorMessage, locales } from "../kernel/index.ts";
import { addFocalPoint, sayName } from "../organisations/index.ts";
import { largestFile, requireEvidence, resultErrors } from "../results/index.ts";
import { answerRequest } from "./answer.ts";
import { askDeclaration, makeRequestLink } from "./ask.ts";
import { askAgain } from "./ask-again.ts";
import { declareFor } from "./declare-for.ts";
import { declarationRequests, requestsOfAgreement } from "./list.ts";
import { linkPermissions, permissions } from "./permissions.ts";
import { readOwnRequest } from "./read-own.ts";
import { routes } from "./routes.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-requests-"));
let world: SmallWorld;
let request: string;
const period = { from: "2026-01-01", to: "2026-03-31" };
beforeAll(async () => {
  world = await makeSmallWorld(folder);
  for (const [commitment, organisation] of [
    ["AGR-1/1", "ORG-1"],
    ["AGR-1/2", "ORG-2"],
  ] as const) {
    await world.settle("update commitments set owed_by = $1 where id = $2", [
      world.id(organisation),
      world.id(commitment),
    ]);
    await world.settle(
      `insert into agreement_parties (id, agreement_id, space, organisation_id, role, name_at_signature)
       values (gen_random_uuid(), $1, 'simulated', $2, 'partner', 'x')`,
      [world.id("AGR-1"), world.id(organisation)],
    );
  }
  await addFocalPoint(world.ctx, { organisation: "ORG-1", function: "RH", mail: "rh@exemple.test" });
  request = (await ask(world.ctx)).request;
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (c: Context, more: object = {}) =>
  askDeclaration(c, { agreement: "AGR-1", organisation: "ORG-1", period, ...more });
const numbers = [{ commitment: "AGR-1/1", quantity: 40 }];

const spoken = {
  ...{ commitment: "AGR-1/1", declarant: "ORG-1", period: { from: "2031-01-01", to: "2031-03-31" } },
};

const calls: readonly (readonly [string, string, (c: Context) => Promise<unknown>])[] = [
  ["askDeclaration", "requests.ask", (c) => ask(c)],
  ["makeRequestLink", "requests.ask", (c) => makeRequestLink(c, { request })],
  ["askAgain", "requests.ask", (c) => askAgain(c, { request })],
  ["declarationRequests", "requests.read", (c) => declarationRequests(c, { space: "simulated" })],
  ["declareFor", "declarations.make", (c) => declareFor(c, { ...spoken, quantity: 12 })],
  ["requestsOfAgreement", "requests.read", (c) => requestsOfAgreement(c, { agreement: "AGR-1" })],
  ["readOwnRequest", "requests.read_own", (c) => readOwnRequest(c, { request })],
  ["answerRequest", "requests.answer", (c) => answerRequest(c, { request, numbers })],
];

const as = (names: readonly string[], where: object = {}): Context => {
  const actor: Actor = {
    ...{ id: "00000000-0000-7000-8000-0000000000aa", kind: "user", label: "Salma" },
    grants: [{ permissions: [...names, "contacts.read"], ...where }],
  };
  return { ...world.ctx, actor };
};
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

test.each(calls)("%s asks for %s, and every other right is not enough", async (_name, permission, call) => {
  const others = Object.keys(permissions).filter((one) => one !== permission);
  expect(await codeOf(call(as(others)))).toBe("kernel.not_allowed");
  expect(await codeOf(call(as([permission])))).toMatch(/^(done|requests\.answered_already)$/);
});

test("each route has a line in the table above", () => {
  const tested = calls.map(([, permission]) => permission).sort();
  expect(routes.map((route) => ("act" in route ? route.act : route.query).permission).sort()).toEqual(tested);
});

test("a partner answers for itself and for nobody else", async () => {
  const { request: own } = await ask(world.ctx, { period: { from: "2026-04-01", to: "2026-06-30" } });
  const mine = as(["requests.read_own", "requests.answer"], { organisation: world.id("ORG-1") });
  const theirs = as(["requests.read_own", "requests.answer"], { organisation: world.id("ORG-2") });
  expect(await codeOf(readOwnRequest(theirs, { request: own }))).toBe("kernel.not_allowed");
  expect(await codeOf(answerRequest(theirs, { request: own, numbers }))).toBe("kernel.not_allowed");
  const foreign = [{ commitment: "AGR-1/2", quantity: 1 }];
  expect(await codeOf(answerRequest(mine, { request: own, numbers: foreign }))).toBe("requests.not_theirs");
  expect(await codeOf(answerRequest(mine, { request: own, numbers }))).toBe("done");
});

test("whoever opened a link has its one request and no other", async () => {
  const [own, reviewed] = ["شركة الأولى", true];
  await sayName(world.ctx, { organisation: "ORG-1", language: "ar", name: own, reviewed });
  const { request: one } = await ask(world.ctx, { period: { from: "2027-01-01", to: "2027-03-31" } });
  const { request: other } = await ask(world.ctx, { period: { from: "2027-04-01", to: "2027-06-30" } });
  const { token } = await makeRequestLink(world.ctx, { request: one });
  const opened = await openLink(world.ctx, { token, from: { address: "127.0.0.1", device: "?" } });
  const grants = [
    { permissions: linkPermissions.declaration_request ?? [], organisation: world.id("ORG-1") },
  ];
  const holder: Context = { ...world.ctx, actor: { id: opened.link, kind: "link", label: "RH", grants } };
  expect(await readOwnRequest(holder, {})).toMatchObject({
    ...{ id: one, addressee: "RH", answered: false, organisation: { name: "ORG-1", nameAr: own } },
    promised: [{ commitment: "AGR-1/1" }],
    owedByOthers: [{ commitment: "AGR-1/2", owedBy: { name: "ORG-2", nameAr: null } }],
  });
  expect(await codeOf(readOwnRequest(holder, { request: other }))).toBe("requests.not_theirs");
  expect(await codeOf(answerRequest(holder, { request: other, numbers }))).toBe("requests.not_theirs");
  const both = await Promise.all([1, 2].map(() => codeOf(answerRequest(holder, { numbers }))));
  expect(both.sort()).toEqual(["done", "requests.answered_already"]);
  expect(await readOwnRequest(holder, {})).toMatchObject({ answered: true, promised: [{ declared: 40 }] });
  expect(await codeOf(makeRequestLink(world.ctx, { request: one }))).toBe("requests.answered_already");
});

test.each([
  [
    "a page that a browser would run",
    "facture.txt",
    "<script>alert(1)</script>",
    "results.file_type_refused",
  ],
  [
    "a program with the name of a document",
    "facture.pdf",
    "MZ\u0090\u0000\u0003\u0000",
    "results.file_type_refused",
  ],
  ["a plain table", "nombres.csv", "mois;nombre\n2026-01;12\n", "done"],
])("%s as evidence: %s", async (what, name, content, outcome) => {
  const from = { page: "2028-01-01", program: "2028-02-01", plain: "2028-03-01" };
  const day = what.includes("page") ? from.page : what.includes("program") ? from.program : from.plain;
  const { request: one } = await ask(world.ctx, { period: { from: day, to: day } });
  const partner = as(["requests.answer"], { organisation: world.id("ORG-1") });
  const file = { name, base64: Buffer.from(content).toString("base64") };
  expect(await codeOf(answerRequest(partner, { request: one, numbers, file }))).toBe(outcome);
});

test("a file larger than a scan is refused", async () => {
  expect(await codeOf(requireEvidence("x.pdf", Buffer.alloc(largestFile + 1)))).toBe(
    "results.file_too_large",
  );
});

test("only a party that owes something is asked, and not for ever", async () => {
  expect(await codeOf(ask(world.ctx, { agreement: "AGR-3" }))).toBe("requests.not_a_party");
  expect(await codeOf(ask(world.ctx, { days: 31 }))).toBe("requests.days_too_many");
  expect(await codeOf(ask(world.ctx, { organisation: "ORG-2" }))).toBe("requests.no_mail");
  expect(await codeOf(ask(world.ctx, { organisation: "ORG-2", send: false }))).toBe("done");
});

test("a refusal is said in three languages", () => {
  const said = locales.map((locale) => errorMessage(locale, resultErrors.file_too_large({ megabytes: 10 })));
  expect(said).toEqual([
    "Ce fichier dépasse 10 Mo : donnez-en un plus petit.",
    "يتجاوز هذا الملف 10 ميغابايت: أرسل ملفا أصغر.",
    "This file is over 10 MB: give a smaller one.",
  ]);
});

test("a number that was given on paper is declared in the partner's name, with the paper", async () => {
  const file = { name: "releve.csv", base64: Buffer.from("mois;nombre\n2032-01;7\n").toString("base64") };
  const told = { ...spoken, period: { from: "2032-01-01", to: "2032-03-31" } };
  const first = await declareFor(world.ctx, { ...told, quantity: 7, file });
  expect(first.version).toBe(1);
  const again = await declareFor(world.ctx, { ...told, quantity: 9, note: "rectifié par téléphone" });
  expect(again.version).toBe(2);
  const overlapping = { ...told, period: { from: "2032-02-01", to: "2032-02-28" }, quantity: 1 };
  expect(await codeOf(declareFor(world.ctx, overlapping))).toBe("results.periods_overlap");
});

test("what was asked is listed by whether it came; what is late is asked again until a new day", async () => {
  const list = (state: "open" | "late" | "answered") =>
    declarationRequests(world.ctx, { space: "simulated", state, limit: 200 });
  const { request: one } = await ask(world.ctx, { period: { from: "2033-01-01", to: "2033-03-31" } });
  await world.settle("update declaration_requests set due_on = '2020-01-01' where id = $1", [one]);
  expect((await list("late")).requests.map(({ id }) => id)).toEqual([one]);
  const { dueOn } = await askAgain(world.ctx, { request: one, days: 5 });
  expect((await list("late")).total).toBe(0);
  expect((await list("open")).requests.find(({ id }) => id === one)).toMatchObject({ dueOn, isLate: false });
  expect((await list("answered")).requests.every(({ answeredAt }) => answeredAt !== null)).toBe(true);
});
