import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { addParty } from "./add-party.ts";
import { amend } from "./amend.ts";
import { editAgreement } from "./edit-agreement.ts";
import { getAgreement } from "./get-agreement.ts";
import { listAgreements } from "./list-agreements.ts";
import { amendmentTypes } from "./model.ts";
import { recordApproval } from "./record-approval.ts";
import { recordSignature } from "./record-signature.ts";
import { registerLegacy } from "./register-legacy.ts";
import { addSignatories, attachText, draft, openCast, place, signAll, space } from "./tests/draft-in-full.ts";

const register = await openRegister();
const { ctx } = register;
afterAll(() => register.close());
const cast = await openCast(register);

type Changes = Parameters<typeof editAgreement>[1]["changes"];
let n = 0;
/** An agreement whose text is recorded and which is in force. */
async function begin(): Promise<string> {
  n += 1;
  const agreement = `AV-${n}`;
  await draft(ctx, agreement, { periodFrom: "2026-01-01", periodTo: "2027-12-31" });
  await addSignatories(ctx, cast, agreement);
  await attachText(ctx, cast, agreement);
  await place(ctx, agreement, "in_force");
  return agreement;
}
const revisionOf = async (agreement: string) => (await getAgreement(ctx, { agreement })).revision;
const change = { effectiveOn: "2026-03-01", clause: "art. 2", reason: "retard du chantier" };

test("an amendment takes the next number and changes the fields that its type names", async () => {
  const agreement = await begin();
  const first = await amend(ctx, {
    agreement,
    type: "duration",
    changes: { periodTo: "2028-06-30" },
    ...change,
  });
  const second = await amend(ctx, { agreement, type: "target", ...change });
  expect([first.number, second.number]).toEqual([1, 2]);
  const read = await getAgreement(ctx, { agreement });
  expect(read).toMatchObject({ periodFrom: "2026-01-01", periodTo: "2028-06-30" });
  expect(read.amendments.map((one) => [one.number, one.type])).toEqual([
    [1, "duration"],
    [2, "target"],
  ]);
  expect((await register.journalOf(read.id)).at(-2)).toMatchObject({
    before: { periodTo: "2027-12-31" },
    after: { periodTo: "2028-06-30", amendment: 1 },
  });
  await expect(amend(ctx, { agreement, number: 2, type: "target", ...change })).rejects.toMatchObject({
    code: "agreements.amendment_number_taken",
  });
});

test("an amendment is approved like the agreement itself; one that rests on a clause is not asked for it", async () => {
  const agreement = await begin();
  const by = {
    agreement,
    kind: "deliberation",
    organisation: cast.council,
    decidedOn: "2026-02-01",
  } as const;
  await recordApproval(ctx, { ...by, number: "4" });
  await amend(ctx, { agreement, type: "suspension", ...change });
  const extend = { agreement, type: "duration", changes: { periodTo: "2028-06-30" }, ...change } as const;
  await expect(amend(ctx, extend)).rejects.toMatchObject({
    code: "agreements.amendment_not_approved",
    params: { number: 2, bodies: ["Conseil de l’Atlas-Océan"] },
  });
  expect(await getAgreement(ctx, { agreement })).toMatchObject({ periodTo: "2027-12-31" });
  await recordApproval(ctx, { ...by, number: "9", amendment: 2, votesFor: 30, votesAgainst: 4 });
  await amend(ctx, extend);
  const { amendments, approvals } = await getAgreement(ctx, { agreement });
  expect(amendments[1]?.changes).toEqual([{ field: "periodTo", before: "2027-12-31", after: "2028-06-30" }]);
  expect(approvals.map((one) => [one.number, one.amendment])).toEqual([
    ["4", null],
    ["9", 2],
  ]);
});

test.each(amendmentTypes)("an amendment of type %s refuses the fields of another", async (type) => {
  const agreement = await begin();
  const wrong = type === "duration" ? { title: "Autre" } : { periodTo: "2030-01-01" };
  await expect(amend(ctx, { agreement, type, changes: wrong, ...change })).rejects.toMatchObject({
    code: "agreements.amendment_refuses_fields",
  });
});

test("what is not signed, or signed by hearsay only, is not amended", async () => {
  const agreement = await begin();
  await place(ctx, agreement, "drafting");
  await expect(amend(ctx, { agreement, type: "target", ...change })).rejects.toMatchObject({
    code: "agreements.act_not_allowed",
  });
  await place(ctx, agreement, "signed", { reported: true });
  await expect(amend(ctx, { agreement, type: "target", ...change })).rejects.toMatchObject({
    code: "agreements.act_not_allowed",
  });
});

test("a form that was read before another change is refused", async () => {
  const agreement = await begin();
  await place(ctx, agreement, "drafting");
  const revision = await revisionOf(agreement);
  const done = await editAgreement(ctx, { agreement, revision, changes: { title: "Un" } });
  expect(done.revision).toBe(revision + 1);
  await expect(editAgreement(ctx, { agreement, revision, changes: { title: "Deux" } })).rejects.toMatchObject(
    {
      code: "kernel.edited_meanwhile",
    },
  );
});

test("two forms sent at the same moment: one is kept, one is refused", async () => {
  const agreement = await begin();
  const revision = await revisionOf(agreement);
  const both = await Promise.allSettled(
    ["a", "b"].map((titleEn) => editAgreement(ctx, { agreement, revision, changes: { titleEn } })),
  );
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a recorded text fixes its fields and parties; translations stay free; a mistake is corrected with a reason", async () => {
  const agreement = await begin();
  const edit = async (changes: object, more: object = {}) =>
    editAgreement(ctx, { agreement, revision: await revisionOf(agreement), changes, ...more });
  await edit({ titleAr: "اتفاقية" });
  await expect(edit({ periodTo: "2030-01-01" })).rejects.toMatchObject({
    code: "agreements.needs_amendment",
    params: { fields: ["periodTo"], types: ["duration"] },
  });
  await edit({ periodTo: "2027-11-30" }, { correction: "faute de frappe" });
  expect(await getAgreement(ctx, { agreement })).toMatchObject({
    periodTo: "2027-11-30",
    titleAr: "اتفاقية",
  });
  const join = { agreement, organisation: cast.council, role: "funder" } as const;
  await expect(addParty(ctx, join)).rejects.toMatchObject({ code: "agreements.needs_amendment" });
  await expect(addParty(ctx, { ...join, amendment: 1 })).rejects.toMatchObject({
    code: "agreements.amendment_unknown",
  });
  await amend(ctx, { agreement, type: "target", ...change });
  await expect(addParty(ctx, { ...join, amendment: 1 })).rejects.toMatchObject({
    code: "agreements.needs_amendment",
  });
  await amend(ctx, { agreement, type: "party", ...change });
  await expect(addParty(ctx, { ...join, amendment: 2 })).resolves.toBeDefined();
});

const afterSignature: Record<keyof Changes, "amendment" | "free"> = {
  ...{ type: "amendment", title: "amendment", purpose: "amendment", standsFor: "amendment" },
  ...{ periodFrom: "amendment", periodTo: "amendment", signedOn: "amendment", territoryId: "amendment" },
  ...{ signedTerritoryId: "amendment", competence: "amendment" },
  // what the text does not fix: how it is called in another language, who leads the file here
  ...{ titleAr: "free", titleEn: "free", leadOrganisation: "free" },
};

test("of each field it is known whether it needs an amendment once the text is signed", async () => {
  const agreement = await begin();
  const values: Record<keyof Changes, unknown> = {
    ...{ type: "protocol", title: "Autre", purpose: "autre", standsFor: null, periodFrom: "2026-02-01" },
    ...{ periodTo: "2027-11-30", signedTerritoryId: null, competence: "shared", territoryId: null },
    ...{ signedOn: { year: 2026, month: 2, day: 3, weekday: 2 }, titleAr: "عنوان", titleEn: "Title" },
    ...{ leadOrganisation: cast.agency },
  };
  expect(Object.keys(afterSignature).sort()).toEqual(
    Object.keys(editAgreement.input.shape.changes.shape).sort(),
  );
  for (const [field, wanted] of Object.entries(afterSignature)) {
    const given = { [field]: values[field as keyof Changes] };
    const done = editAgreement(ctx, { agreement, revision: await revisionOf(agreement), changes: given });
    const outcome = await done.then(
      () => "free",
      (error) => (error.code === "agreements.needs_amendment" ? "amendment" : error.code),
    );
    expect([field, outcome]).toEqual([field, wanted]);
  }
});

test("before its text is recorded, an agreement of before the register is completed freely", async () => {
  const { reference: agreement } = await registerLegacy(ctx, { space, title: "Ancienne" });
  await editAgreement(ctx, { agreement, revision: 1, changes: { periodTo: "2026-12-31" } });
  await addParty(ctx, { agreement, organisation: cast.company, role: "signatory" });
  await attachText(ctx, cast, agreement);
  const late = { agreement, revision: await revisionOf(agreement), changes: { periodTo: "2027-12-31" } };
  await expect(editAgreement(ctx, late)).rejects.toMatchObject({ code: "agreements.needs_amendment" });
});

test("a press report fixes nothing: its fields and parties are completed freely", async () => {
  const agreement = await begin();
  await place(ctx, agreement, "signed", { reported: true });
  const revision = await revisionOf(agreement);
  await editAgreement(ctx, { agreement, revision, changes: { periodTo: "2026-12-31" } });
  await expect(
    addParty(ctx, { agreement, organisation: cast.council, role: "funder" }),
  ).resolves.toBeDefined();
});

test("a search finds the new title after an edit and after an amendment", async () => {
  const agreement = await begin();
  await amend(ctx, { agreement, type: "object", changes: { title: "Chantier naval" }, ...change });
  const found = await listAgreements(ctx, { space, text: "chantier naval" });
  expect(found.agreements.map((one) => one.reference)).toEqual([agreement]);
});

test("one signature a person, by a signatory, on an approved text; one approval a number", async () => {
  const agreement = await begin();
  await place(ctx, agreement, "drafting");
  await expect(signAll(ctx, cast, agreement)).rejects.toMatchObject({ code: "agreements.act_not_allowed" });
  await place(ctx, agreement, "approved");
  await signAll(ctx, cast, agreement);
  await expect(signAll(ctx, cast, agreement)).rejects.toMatchObject({ code: "agreements.signature_known" });
  const by = { agreement, officeHolderId: cast.director, capacity: "président", signedOn: "2026-02-20" };
  await expect(recordSignature(ctx, { ...by, organisation: cast.council })).rejects.toMatchObject({
    code: "agreements.not_a_signatory",
  });
  const visa = {
    agreement,
    kind: "visa",
    organisation: cast.agency,
    number: "7",
    decidedOn: "2026-02-01",
  } as const;
  await recordApproval(ctx, visa);
  await expect(recordApproval(ctx, visa)).rejects.toMatchObject({ code: "agreements.approval_known" });
  await expect(recordApproval(ctx, { ...visa, number: "8", decidedOn: "2026-03-03" })).rejects.toMatchObject({
    code: "agreements.day_in_future",
  });
});
