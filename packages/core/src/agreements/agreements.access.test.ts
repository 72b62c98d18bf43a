import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { type Context, errorMessage, together } from "../kernel/index.ts";
import { assertValue, quotePassage } from "../sources/index.ts";
import { addField } from "./add-field.ts";
import { addParty } from "./add-party.ts";
import { amend } from "./amend.ts";
import { approve } from "./approve.ts";
import { attachAssertion } from "./attach-assertion.ts";
import { close } from "./close.ts";
import { draftAgreement } from "./draft-agreement.ts";
import { editAgreement } from "./edit-agreement.ts";
import { getAgreement } from "./get-agreement.ts";
import { readHistory } from "./history.ts";
import { linkAgreements } from "./link-agreements.ts";
import { listAgreements, readBoard } from "./list-agreements.ts";
import type { State } from "./model.ts";
import { openLead } from "./open-lead.ts";
import { permissions as holders } from "./permissions.ts";
import { putInForce } from "./put-in-force.ts";
import { readNext } from "./read-next.ts";
import { recordApproval } from "./record-approval.ts";
import { recordSignature } from "./record-signature.ts";
import { recordText } from "./record-text.ts";
import { registerLegacy } from "./register-legacy.ts";
import { removeField } from "./remove-field.ts";
import { removeLink } from "./remove-link.ts";
import { removeOrientation } from "./remove-orientation.ts";
import { removeParty } from "./remove-party.ts";
import { renew } from "./renew.ts";
import { reportSignature } from "./report-signature.ts";
import { resume } from "./resume.ts";
import { routes } from "./routes.ts";
import { sayTitle } from "./say-title.ts";
import { sendBack } from "./send-back.ts";
import { setNextAction } from "./set-next-action.ts";
import { sign } from "./sign.ts";
import { startClosing } from "./start-closing.ts";
import { startDrafting } from "./start-drafting.ts";
import { stateOrientation } from "./state-orientation.ts";
import { submitForVerification } from "./submit-for-verification.ts";
import { suspend } from "./suspend.ts";
import { terminate } from "./terminate.ts";
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
import { readTree } from "./tree.ts";

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
await linkAgreements(ctx, { from: "CONV-2", to: agreement, kind: "renews" });
const partner = await addParty(ctx, { agreement, organisation: cast.agency, role: "host" });
await addField(ctx, { agreement, kind: "field", code: "b" });
const wrong = { agreement, reason: "erreur" };
const aim = await stateOrientation(ctx, { agreement, kind: "other", wording: "y", authorText: "y" });
await place(ctx, agreement, "in_force");
const amendment = { agreement, effectiveOn: "2026-02-01", clause: "art. 1", reason: "crise" } as const;
await amend(ctx, { ...amendment, type: "suspension" });
await amend(ctx, { ...amendment, type: "termination" });
const passage = await quotePassage(ctx, { documentId: cast.document, start: 0, end: 2, content: "La" });
const assertion = await assertValue(ctx, {
  documentId: cast.document,
  passageId: passage.id,
  topic: "type",
  how: "literal",
});
const signature = {
  agreement,
  organisation: cast.company,
  officeHolderId: cast.manager,
  capacity: "gérante",
  signedOn: "2026-02-01",
};
const signed = async (c: Context) => {
  await signAll(c, cast, agreement);
  return sign(c, step);
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
  ["getAgreement", "agreements.read", "drafting", (c) => getAgreement(c, { agreement })],
  ["readTree", "agreements.read", "drafting", (c) => readTree(c, { agreement })],
  ["readHistory", "agreements.read", "drafting", (c) => readHistory(c, { agreement })],
  ["readNext", "agreements.read", "drafting", (c) => readNext(c, { agreement })],
  ["openLead", "agreements.open", "drafting", (c) => openLead(c, { space, title: "Piste" })],
  ["draftAgreement", "agreements.draft", "drafting", (c) => draftAgreement(c, { space, title: "Projet" })],
  [
    "registerLegacy",
    "agreements.register_legacy",
    "drafting",
    (c) => registerLegacy(c, { space, title: "Ancienne" }),
  ],
  [
    "editAgreement",
    "agreements.edit",
    "drafting",
    async (c) =>
      editAgreement(c, {
        agreement,
        revision: (await getAgreement(ctx, { agreement })).revision,
        changes: { titleEn: "x" },
      }),
  ],
  ["addField", "agreements.edit", "drafting", (c) => addField(c, { agreement, kind: "tag", code: "a" })],
  [
    "addParty",
    "agreements.edit",
    "drafting",
    (c) => addParty(c, { agreement, organisation: cast.council, role: "partner" }),
  ],
  [
    "stateOrientation",
    "agreements.edit",
    "drafting",
    (c) => stateOrientation(c, { agreement, kind: "synergy", wording: "x", authorText: "x" }),
  ],
  [
    "setNextAction",
    "agreements.edit",
    "drafting",
    (c) => setNextAction(c, { agreement, nextAction: "appeler", on: null }),
  ],
  [
    "sayTitle",
    "agreements.edit",
    "drafting",
    (c) => sayTitle(c, { agreement, language: "en", title: "T", reviewed: true }),
  ],
  [
    "attachAssertion",
    "agreements.edit",
    "drafting",
    (c) => attachAssertion(c, { agreement, attachments: [{ field: "type", assertionId: assertion.id }] }),
  ],
  [
    "linkAgreements",
    "agreements.edit",
    "drafting",
    (c) => linkAgreements(c, { from: agreement, to: "CONV-2", kind: "refers_to" }),
  ],
  ["removeParty", "agreements.edit", "drafting", (c) => removeParty(c, { ...wrong, partyId: partner.id })],
  [
    "removeLink",
    "agreements.edit",
    "drafting",
    (c) => removeLink(c, { from: "CONV-2", to: agreement, kind: "renews", reason: "erreur" }),
  ],
  [
    "removeField",
    "agreements.edit",
    "drafting",
    (c) => removeField(c, { ...wrong, kind: "field", code: "b" }),
  ],
  [
    "removeAim",
    "agreements.edit",
    "drafting",
    (c) => removeOrientation(c, { ...wrong, orientationId: aim.id }),
  ],
  [
    "recordApproval",
    "agreements.record_approval",
    "drafting",
    (c) =>
      recordApproval(c, {
        agreement,
        kind: "visa",
        organisation: cast.agency,
        number: "9",
        decidedOn: "2026-02-01",
      }),
  ],
  ["recordSignature", "agreements.sign", "approved", (c) => recordSignature(c, signature)],
  [
    "recordText",
    "agreements.sign",
    "approved",
    (c) => recordText(c, { agreement, documentId: cast.document }),
  ],
  ["amend", "agreements.amend", "in_force", (c) => amend(c, { ...amendment, type: "target" })],
  ["startDrafting", "agreements.draft", "lead", (c) => startDrafting(c, step)],
  ["submitForVerification", "agreements.draft", "drafting", (c) => submitForVerification(c, step)],
  ["sendBack", "agreements.review", "verification", (c) => sendBack(c, step)],
  ["approve", "agreements.review", "verification", (c) => approve(c, step)],
  ["sign", "agreements.sign", "approved", signed],
  [
    "reportSignature",
    "agreements.report",
    "drafting",
    (c) => reportSignature(c, { agreement, documentId: cast.document }),
  ],
  ["putInForce", "agreements.execute", "signed", (c) => putInForce(c, step)],
  ["suspend", "agreements.execute", "in_force", (c) => suspend(c, step)],
  ["resume", "agreements.execute", "suspended", (c) => resume(c, step)],
  ["startClosing", "agreements.close", "in_force", (c) => startClosing(c, step)],
  ["close", "agreements.close", "closing", (c) => close(c, step)],
  ["terminate", "agreements.terminate", "in_force", (c) => terminate(c, step)],
  ["renew", "agreements.close", "closed", (c) => renew(c, step)],
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
  const asked = routes.map((route) => ("act" in route ? route.act.permission : route.query.permission));
  expect(calls.map(([, permission]) => permission).sort()).toEqual(asked.sort());
});

test("a right for one territory, one party or one branch of the tree holds there; elsewhere nothing exists for it", async () => {
  const branch = await draftAgreement(ctx, {
    space,
    title: "Programme",
    kind: "programme",
    reference: "BRANCHE",
  });
  await draftAgreement(ctx, { space, title: "Dessous", reference: "DESSOUS", parent: "BRANCHE" });
  const company = await getAgreement(ctx, { agreement }).then((read) =>
    read.partiesInFull.find((one) => one.reference === cast.company),
  );
  const edit = (c: Context, key: string) => setNextAction(c, { agreement: key, nextAction: "x", on: null });
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
    draftAgreement(drafter, { space, title: "Ici", territoryId: register.province }),
  ).resolves.toBeDefined();
  await expect(draftAgreement(drafter, { space, title: "Partout" })).rejects.toMatchObject({
    code: "kernel.not_allowed",
  });
});

test("a refusal for want of a right is said in three languages", async () => {
  const refusal = await approve(person([]), step).catch((error) => error);
  expect(errorMessage("fr", refusal)).toContain("« agreements.review »");
  expect(errorMessage("ar", refusal)).toContain("agreements.review");
  expect(errorMessage("en", refusal)).toContain("agreements.review");
});
