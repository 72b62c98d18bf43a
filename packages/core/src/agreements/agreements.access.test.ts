import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { type Context, errorMessage, together } from "../kernel/index.ts";
import { verifyOrganisation } from "../organisations/index.ts";
import { assertValue, quotePassage } from "../sources/index.ts";
import * as acts from "./index.ts";
import { listAgreements, readBoard } from "./list-agreements.ts";
import type { State } from "./model.ts";
import { ownRights } from "./own-rights.ts";
import { permissions as holders } from "./permissions.ts";
import {
  addSignatories,
  approveByBoard,
  attachText,
  content,
  draft,
  openCast,
  place,
  signAll,
  space,
  verify,
} from "./tests/draft-in-full.ts";

const register = await openRegister();
const ctx: Context = { ...register.ctx, guards: content };
afterAll(() => register.close());
const cast = await openCast(register);

const agreement = "CONV-1";
const step = { agreement, reason: "décision" };
await draft(ctx, agreement, { territoryId: register.region });
await draft(ctx, "CONV-2");
await addSignatories(ctx, cast, agreement);
await verify(ctx, cast.company);
await approveByBoard(ctx, cast, agreement);
await place(ctx, agreement, "approved");
await attachText(ctx, cast, agreement);
await acts.linkAgreements(ctx, { from: "CONV-2", to: agreement, kind: "renews" });
const partner = await acts.addParty(ctx, { agreement, organisation: cast.agency, role: "host" });
await acts.addField(ctx, { agreement, kind: "field", code: "b" });
const sitting = await acts.recordSitting(ctx, {
  ...{ space, kind: "visa", organisation: cast.council, heldOn: "2026-01-31", label: "session d’avant" },
  decided: [{ agreement, number: "7" }],
});
const wrong = { agreement, reason: "erreur" };
const aim = await acts.stateOrientation(ctx, { agreement, kind: "other", wording: "y", authorText: "y" });
await place(ctx, agreement, "in_force");
const amendment = { agreement, effectiveOn: "2026-02-01", clause: "art. 1", reason: "crise" } as const;
await acts.amend(ctx, { ...amendment, type: "suspension" });
await acts.amend(ctx, { ...amendment, type: "termination" });
const { document: documentId } = cast;
const reported = { agreement, documentId };
const { id: passageId } = await quotePassage(ctx, { documentId, start: 0, end: 2, content: "La" });
const assertion = await assertValue(ctx, { documentId, passageId, topic: "type", how: "literal" });
const signature = {
  agreement,
  organisation: cast.company,
  officeHolderId: cast.manager,
  capacity: "gérante",
  signedOn: "2026-02-01",
};
const pdf = Buffer.from("%PDF-1.7\npage signée").toString("base64");
await draft(ctx, "CONV-3");
await addSignatories(ctx, cast, "CONV-3");
await place(ctx, "CONV-3", "approved");
const third = { ...signature, agreement: "CONV-3", scan: pdf };
const scanned = { agreement: "CONV-3", signature: (await acts.recordSignature(ctx, third)).id };
const signed = async (c: Context) => {
  await signAll(c, cast, agreement);
  return acts.sign(c, step);
};

type Call = readonly [
  name: string,
  permission: string,
  state: State,
  call: (ctx: Context) => Promise<unknown>,
];
const calls: readonly Call[] = [
  ["listAgreements", "agreements.read", "drafting", (c) => listAgreements(c, { space })],
  ["readBoard", "agreements.read", "drafting", (c) => readBoard(c, { space })],
  ["getAgreement", "agreements.read", "drafting", (c) => acts.getAgreement(c, { agreement })],
  ["readTree", "agreements.read", "drafting", (c) => acts.readTree(c, { agreement })],
  ["readHistory", "agreements.read", "drafting", (c) => acts.readHistory(c, { agreement })],
  ["ownRights", "agreements.read", "drafting", (c) => ownRights(c, { agreement })],
  ["readNext", "agreements.read", "drafting", (c) => acts.readNext(c, { agreement })],
  ["openLead", "agreements.open", "drafting", (c) => acts.openLead(c, { space, title: "Piste" })],
  [
    "draftAgreement",
    "agreements.draft",
    "drafting",
    (c) => acts.draftAgreement(c, { space, title: "Projet" }),
  ],
  [
    "registerLegacy",
    "agreements.register_legacy",
    "drafting",
    (c) => acts.registerLegacy(c, { space, title: "Ancienne" }),
  ],
  [
    "editAgreement",
    "agreements.edit",
    "drafting",
    async (c) =>
      acts.editAgreement(c, {
        agreement,
        revision: (await acts.getAgreement(ctx, { agreement })).revision,
        changes: { titleEn: "x" },
      }),
  ],
  ["addField", "agreements.edit", "drafting", (c) => acts.addField(c, { agreement, kind: "tag", code: "a" })],
  [
    "addParty",
    "agreements.edit",
    "drafting",
    (c) => acts.addParty(c, { agreement, organisation: cast.council, role: "partner" }),
  ],
  [
    "stateOrientation",
    "agreements.edit",
    "drafting",
    (c) => acts.stateOrientation(c, { agreement, kind: "synergy", wording: "x", authorText: "x" }),
  ],
  [
    "setNextAction",
    "agreements.edit",
    "drafting",
    (c) => acts.setNextAction(c, { agreement, nextAction: "appeler", on: null }),
  ],
  [
    "sayTitle",
    "agreements.edit",
    "drafting",
    (c) => acts.sayTitle(c, { agreement, language: "en", title: "T", reviewed: true }),
  ],
  [
    "attachAssertion",
    "agreements.edit",
    "drafting",
    (c) =>
      acts.attachAssertion(c, { agreement, attachments: [{ field: "type", assertionId: assertion.id }] }),
  ],
  [
    "linkAgreements",
    "agreements.edit",
    "drafting",
    (c) => acts.linkAgreements(c, { from: agreement, to: "CONV-2", kind: "refers_to" }),
  ],
  [
    "removeParty",
    "agreements.edit",
    "drafting",
    (c) => acts.removeParty(c, { ...wrong, partyId: partner.id }),
  ],
  [
    "removeLink",
    "agreements.edit",
    "drafting",
    (c) => acts.removeLink(c, { from: "CONV-2", to: agreement, kind: "renews", reason: "erreur" }),
  ],
  [
    "removeField",
    "agreements.edit",
    "drafting",
    (c) => acts.removeField(c, { ...wrong, kind: "field", code: "b" }),
  ],
  [
    "removeAim",
    "agreements.edit",
    "drafting",
    (c) => acts.removeOrientation(c, { ...wrong, orientationId: aim.id }),
  ],
  [
    "recordSitting",
    "agreements.record_approval",
    "verification",
    (c) =>
      acts.recordSitting(c, {
        ...{ space, kind: "visa", organisation: cast.council, heldOn: "2026-02-01", label: "session" },
        decided: [{ agreement, number: "8" }],
      }),
  ],
  ["readSignatureProvider", "agreements.read", "verification", (c) => acts.readSignatureProvider(c, {})],
  ["readSitting", "agreements.read", "verification", (c) => acts.readSitting(c, { sitting: sitting.id })],
  [
    "waiveVerification",
    "agreements.waive_verification",
    "approved",
    async (c) => {
      const checks = [{ point: "tax" as const, outcome: "not_in_order" as const, note: "dette fiscale" }];
      await verifyOrganisation({ ...c, actor: ctx.actor }, { organisation: cast.company, checks });
      return acts.waiveVerification(c, {
        agreement,
        organisation: cast.company,
        reason: "accord du ministère",
      });
    },
  ],
  [
    "recordApproval",
    "agreements.record_approval",
    "drafting",
    (c) =>
      acts.recordApproval(c, {
        agreement,
        kind: "visa",
        organisation: cast.agency,
        number: "9",
        decidedOn: "2026-02-01",
      }),
  ],
  ["recordSignature", "agreements.sign", "approved", (c) => acts.recordSignature(c, signature)],
  ["scanSignature", "agreements.sign", "approved", (c) => acts.scanSignature(c, { ...scanned, scan: pdf })],
  ["openSignatureScan", "agreements.open_scan", "approved", (c) => acts.openSignatureScan(c, scanned)],
  ["recordText", "agreements.sign", "approved", (c) => acts.recordText(c, { agreement, documentId })],
  ["amend", "agreements.amend", "in_force", (c) => acts.amend(c, { ...amendment, type: "suspension" })],
  ["startDrafting", "agreements.draft", "lead", (c) => acts.startDrafting(c, step)],
  ["submitForVerification", "agreements.draft", "drafting", (c) => acts.submitForVerification(c, step)],
  ["sendBack", "agreements.review", "verification", (c) => acts.sendBack(c, step)],
  ["approve", "agreements.review", "verification", (c) => acts.approve(c, step)],
  ["sign", "agreements.sign", "approved", signed],
  ["reportSignature", "agreements.report", "drafting", (c) => acts.reportSignature(c, reported)],
  ["putInForce", "agreements.execute", "signed", (c) => acts.putInForce(c, step)],
  ["suspend", "agreements.execute", "in_force", (c) => acts.suspend(c, step)],
  ["resume", "agreements.execute", "suspended", (c) => acts.resume(c, step)],
  ["startClosing", "agreements.close", "in_force", (c) => acts.startClosing(c, step)],
  ["close", "agreements.close", "closing", (c) => acts.close(c, step)],
  ["terminate", "agreements.terminate", "in_force", (c) => acts.terminate(c, step)],
  ["renew", "agreements.close", "closed", (c) => acts.renew(c, step)],
];

/** Does it and undoes it: the same agreement serves the whole table. */
async function attempt(c: Context, call: Call[3]): Promise<void> {
  const undo = new Error("undo");
  const done = together(c, "test", async (inner) => {
    await call(inner);
    throw undo;
  });
  await done.catch((error) => {
    if (error !== undo) throw error;
  });
}
const person = (given: readonly string[], where = {}) => ({ ...register.as(given, where), guards: content });

test.each(calls)(
  "%s asks for %s, and every other right is not enough",
  async (_name, permission, state, call) => {
    await place(ctx, agreement, state);
    const others = Object.keys(holders).filter((one) => one !== permission);
    await expect(attempt(person(others), call)).rejects.toMatchObject({
      code: "kernel.not_allowed",
      params: { permission },
    });
    await expect(attempt(person([permission]), call)).resolves.toBeUndefined();
  },
);

test("each route has a line in the table above", () => {
  const asked = acts.routes.map((route) => ("act" in route ? route.act.permission : route.query.permission));
  expect(calls.map(([, permission]) => permission).sort()).toEqual(asked.sort());
});

test("a right for one territory, one party or one branch of the tree holds there; elsewhere nothing exists for it", async () => {
  const branch = await acts.draftAgreement(ctx, {
    space,
    title: "Programme",
    kind: "programme",
    reference: "BRANCHE",
  });
  await acts.draftAgreement(ctx, { space, title: "Dessous", reference: "DESSOUS", parent: "BRANCHE" });
  const company = await acts
    .getAgreement(ctx, { agreement })
    .then((read) => read.partiesInFull.find((one) => one.reference === cast.company));
  const edit = (c: Context, key: string) =>
    acts.setNextAction(c, { agreement: key, nextAction: "x", on: null });
  for (const [where, inside, outside] of [
    [{ territory: register.region }, agreement, "DESSOUS"],
    [{ organisation: company?.organisationId ?? "" }, agreement, "DESSOUS"],
    [{ agreement: branch.id }, "DESSOUS", agreement],
  ] as const) {
    const restricted = person(["agreements.edit"], where);
    await expect(edit(restricted, inside)).resolves.toBeDefined();
    await expect(edit(restricted, outside)).rejects.toMatchObject({ code: "agreements.unknown" });
  }
  const drafter = person(["agreements.draft"], { territory: register.region });
  await expect(
    acts.draftAgreement(drafter, { space, title: "Ici", territoryId: register.province }),
  ).resolves.toBeDefined();
  await expect(acts.draftAgreement(drafter, { space, title: "Partout" })).rejects.toMatchObject({
    code: "kernel.not_allowed",
  });
});

test("a refusal for want of a right is said in three languages", async () => {
  const refusal = await acts.approve(person([]), step).catch((error) => error);
  expect(errorMessage("fr", refusal)).toContain("« approuver une convention ou la renvoyer »");
  expect(errorMessage("ar", refusal)).toContain("المصادقة على اتفاقية أو إرجاعها");
  expect(errorMessage("en", refusal)).toContain("approve an agreement or send it back");
});
