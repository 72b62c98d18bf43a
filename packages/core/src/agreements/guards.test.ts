import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { verifyOrganisation } from "../organisations/index.ts";
import { addParty } from "./add-party.ts";
import { amend } from "./amend.ts";
import { getAgreement } from "./get-agreement.ts";
import { missingOf } from "./guards.ts";
import { type GuardName, outsideGuards, ownGuards } from "./lifecycle.ts";
import { linkAgreements } from "./link-agreements.ts";
import { readNext } from "./read-next.ts";
import { recordApproval } from "./record-approval.ts";
import { resume } from "./resume.ts";
import { sendBack } from "./send-back.ts";
import { suspend } from "./suspend.ts";
import {
  addSignatories,
  approveByBoard,
  attachText,
  content,
  draft,
  openCast,
  place,
  signAll,
  verify,
} from "./tests/draft-in-full.ts";
import { waiveVerification } from "./waive-verification.ts";

const register = await openRegister();
const ctx: Context = { ...register.ctx, guards: content };
afterAll(() => register.close());
const cast = await openCast(register);

let n = 0;
/** A draft of its own, with two signatories unless a test wants none. */
async function begin(more: object = {}, parties = true): Promise<{ id: string; agreement: string }> {
  n += 1;
  const agreement = `GARDE-${n}`;
  const id = await draft(ctx, agreement, more);
  if (parties) await addSignatories(ctx, cast, agreement);
  return { id, agreement };
}

/** The names and numbers in what a guard misses; empty when it holds. */
async function missing(guard: GuardName, id: string, c: Context = ctx): Promise<string[]> {
  const found = await missingOf(c, [guard], id);
  return found.flatMap((one) => one.missing);
}

const asked = new Set<GuardName>();
/** A test of one guard: the sentence, and the guard that it tries both ways. */
function guardTest(guard: GuardName, sentence: string, run: () => Promise<void>): void {
  asked.add(guard);
  test(`${guard}: ${sentence}`, run);
}

guardTest("parties_complete", "two signatories at least; a partner is none", async () => {
  const { id, agreement } = await begin({}, false);
  await addParty(ctx, { agreement, organisation: cast.agency, role: "signatory" });
  await addParty(ctx, { agreement, organisation: cast.council, role: "partner" });
  expect(await missing("parties_complete", id)).toHaveLength(1);
  await addParty(ctx, { agreement, organisation: cast.company, role: "signatory" });
  expect(await missing("parties_complete", id)).toEqual([]);
});

guardTest("partner_verified", "the company is verified, the agency need not be", async () => {
  const { id } = await begin();
  const [said] = await missing("partner_verified", id);
  expect(said).toContain("Usine du Port");
  await verify(ctx, cast.company);
  expect(await missing("partner_verified", id)).toEqual([]);
  const nextYear = { ...register.at("2027-06-01T12:00:00Z"), guards: content };
  expect(await missing("partner_verified", id, nextYear)).toHaveLength(1);
  await verifyOrganisation(ctx, {
    organisation: cast.company,
    checks: [{ point: "no_fee", outcome: "not_in_order", note: "frais demandés" }],
  });
  expect(await missing("partner_verified", id)).toHaveLength(1);
  await verify(ctx, cast.company);
});

test("the director lets a partner pass with a reason; what runs out later asks again", async () => {
  const { id, agreement } = await begin();
  const waive = (organisation: string) =>
    waiveVerification(ctx, { agreement, organisation, reason: "ouverture du chantier lundi" });
  await verifyOrganisation(ctx, {
    organisation: cast.company,
    checks: [{ point: "references", outcome: "not_in_order", note: "aucune" }],
  });
  await expect(waive(cast.agency)).rejects.toMatchObject({ code: "agreements.nothing_to_waive" });
  expect(await waive(cast.company)).toMatchObject({ points: ["references"] });
  expect(await missing("partner_verified", id)).toEqual([]);
  expect((await getAgreement(ctx, { agreement })).waivers).toMatchObject([
    { organisation: cast.company, points: ["references"], waivedBy: ctx.actor.label },
  ]);
  await verifyOrganisation(ctx, {
    organisation: cast.company,
    checks: [{ point: "tax", outcome: "not_in_order", note: "dette" }],
  });
  expect(await missing("partner_verified", id)).toHaveLength(1);
  await verify(ctx, cast.company);
});

guardTest("approved_by_bodies", "one body at least, and each council that signs or pays", async () => {
  const { id, agreement } = await begin();
  expect(await missing("approved_by_bodies", id)).toHaveLength(1);
  await approveByBoard(ctx, cast, agreement);
  expect(await missing("approved_by_bodies", id)).toEqual([]);
  await addParty(ctx, { agreement, organisation: cast.council, role: "funder" });
  expect((await missing("approved_by_bodies", id))[0]).toContain("Conseil de l’Atlas-Océan");
  const deliberation = {
    agreement,
    kind: "deliberation",
    organisation: cast.council,
    decidedOn: "2026-02-10",
  } as const;
  await recordApproval(ctx, {
    ...deliberation,
    number: "55",
    votesFor: 41,
    votesAgainst: 3,
    votesAbstained: 1,
  });
  expect(await missing("approved_by_bodies", id)).toEqual([]);
});

test("an approval counts no longer once the text was sent back after it", async () => {
  const { id, agreement } = await begin();
  await approveByBoard(ctx, cast, agreement);
  await place(ctx, agreement, "verification");
  await sendBack(
    { ...register.at("2026-03-05T12:00:00Z"), guards: content },
    { agreement, reason: "budget" },
  );
  expect(await missing("approved_by_bodies", id)).toHaveLength(1);
  await approveByBoard({ ...register.at("2026-03-06T12:00:00Z"), guards: content }, cast, agreement, "CA-2");
  expect(await missing("approved_by_bodies", id)).toEqual([]);
});

guardTest("text_recorded", "the signed text is a document", async () => {
  const { id, agreement } = await begin();
  expect(await missing("text_recorded", id)).toHaveLength(1);
  await attachText(ctx, cast, agreement);
  expect(await missing("text_recorded", id)).toEqual([]);
});

guardTest("signatures_complete", "every signatory has signed", async () => {
  const { id, agreement } = await begin();
  await place(ctx, agreement, "approved");
  expect(await missing("signatures_complete", id)).toHaveLength(2);
  await signAll(ctx, cast, agreement);
  expect(await missing("signatures_complete", id)).toEqual([]);
});

guardTest("suspension_recorded", "an amendment for each suspension", async () => {
  const { id, agreement } = await begin();
  await place(ctx, agreement, "in_force");
  const decide = () =>
    amend(ctx, {
      agreement,
      type: "suspension",
      effectiveOn: "2026-03-01",
      clause: "art. 9",
      reason: "crise",
    });
  expect(await missing("suspension_recorded", id)).toHaveLength(1);
  await decide();
  expect(await missing("suspension_recorded", id)).toEqual([]);
  await suspend(ctx, { agreement, reason: "crise" });
  await resume(ctx, { agreement, reason: "reprise" });
  expect(await missing("suspension_recorded", id)).toHaveLength(1);
  await decide();
  expect(await missing("suspension_recorded", id)).toEqual([]);
});

guardTest("termination_recorded", "an amendment that terminates", async () => {
  const { id, agreement } = await begin();
  await place(ctx, agreement, "in_force");
  expect(await missing("termination_recorded", id)).toHaveLength(1);
  await amend(ctx, {
    agreement,
    type: "termination",
    effectiveOn: "2026-03-01",
    clause: "art. 12",
    reason: "faute",
  });
  expect(await missing("termination_recorded", id)).toEqual([]);
});

guardTest("successor_linked", "the one that renews it points to it", async () => {
  const { id, agreement } = await begin();
  const next = await begin();
  await linkAgreements(ctx, { from: agreement, to: next.agreement, kind: "renews" });
  expect(await missing("successor_linked", id)).toHaveLength(1);
  await linkAgreements(ctx, { from: next.agreement, to: agreement, kind: "renews" });
  expect(await missing("successor_linked", id)).toEqual([]);
});

/** A bundle that stands for two, with two instruments under it. */
async function beginBundle() {
  const bundle = await begin({ kind: "bundle", standsFor: 2 }, false);
  const members = [await begin({ parent: bundle.agreement }), await begin({ parent: bundle.agreement })];
  const all = async (state: "signed" | "in_force" | "closed", reported = false) => {
    for (const { agreement } of members) await place(ctx, agreement, state, { reported });
  };
  return { ...bundle, members, all };
}

guardTest("members_signed", "as many as the bundle stands for, each with a recorded signature", async () => {
  const { id, all } = await beginBundle();
  expect(await missing("members_signed", id)).toHaveLength(1);
  await all("signed", true);
  expect(await missing("members_signed", id)).toHaveLength(1);
  await all("signed");
  expect(await missing("members_signed", id)).toEqual([]);
});

guardTest("members_in_force", "one of the bundle's agreements", async () => {
  const { id, members } = await beginBundle();
  expect(await missing("members_in_force", id)).toHaveLength(1);
  await place(ctx, members[0]?.agreement ?? "", "in_force");
  expect(await missing("members_in_force", id)).toEqual([]);
});

guardTest("members_ended", "names each agreement that is still open under it", async () => {
  const { id, members, all } = await beginBundle();
  expect(await missing("members_ended", id)).toHaveLength(2);
  await place(ctx, members[0]?.agreement ?? "", "closed");
  expect((await missing("members_ended", id)).join()).toContain(members[1]?.agreement);
  await all("closed");
  expect(await missing("members_ended", id)).toEqual([]);
});

for (const guard of outsideGuards)
  guardTest(guard, "the answer of the higher floor is passed on as it is", async () => {
    const { id } = await begin();
    const refusing = {
      ...ctx,
      guards: { ...content, [guard]: async (_: Context, object: string) => [`pas ${object}`] },
    };
    expect(await missing(guard, id)).toEqual([]);
    expect(await missing(guard, id, refusing)).toEqual([`pas ${id}`]);
  });

test("every guard is tried both ways above", () => {
  expect([...asked].sort()).toEqual([...ownGuards, ...outsideGuards].sort());
});

test("what to do next lists the acts that are open, whether I may, and what each still misses", async () => {
  const { agreement } = await begin({}, false);
  const officer = { ...register.as(["agreements.read", "agreements.draft"]), guards: content };
  const next = await readNext(officer, { agreement, role: "R1" });
  expect(next.steps).toEqual([{ role: "R1", key: "complete_draft" }]);
  expect(
    next.acts.map(({ act, permitted, missing: m }) => [act, permitted, m.map((one) => one.guard)]),
  ).toEqual([
    ["submit_for_verification", true, ["parties_complete"]],
    ["report_signature", false, []],
    ["terminate", false, []],
  ]);
});
