import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { getOrganisation } from "./get-organisation.ts";
import { listChecks } from "./list-checks.ts";
import { openCheckFile } from "./open-check-file.ts";
import { registerOrganisation } from "./register-organisation.ts";
import {
  type LatestCheck,
  pointsForAll,
  unverifiedPartners,
  verificationOn,
  verificationPoints,
} from "./verification.ts";
import { verifyOrganisation } from "./verify-organisation.ts";

const register = await openRegister();
const { ctx } = register;
afterAll(() => register.close());

const space = "simulated";
const pdf = Buffer.from("%PDF-1.7\nattestation").toString("base64");
const all = (change: Partial<LatestCheck> = {}): LatestCheck[] =>
  verificationPoints.map((point) => ({
    ...{ point, outcome: "in_order", checkedOn: "2025-06-01", expiresOn: null, ...change },
  }));

test.each([
  ["company", [], "missing"],
  ["ministry", [], "not_needed"],
  ["company", all(), "verified"],
  ["company", all().slice(1), "missing"],
  ["company", all({ checkedOn: "2025-03-01" }), "verified"],
  ["company", all({ checkedOn: "2025-02-28" }), "expired"],
  ["company", [...all().slice(1), { ...all()[0], expiresOn: "2026-02-28" }], "expired"],
  ["company", [...all().slice(1), { ...all()[0], outcome: "not_applicable" }], "verified"],
  ["company", [...all().slice(1), { ...all()[0], outcome: "not_in_order" }], "refused"],
] as [Parameters<typeof verificationOn>[0], LatestCheck[], string][])(
  "a %s with the checks %# is %s",
  (kind, checks, state) => expect(verificationOn(kind, checks, "2026-03-01").state).toBe(state),
);

test("it holds until the first of its papers runs out", () => {
  const checks = all().map((one) => (one.point === "tax" ? { ...one, expiresOn: "2026-03-31" } : one));
  expect(verificationOn("company", checks, "2026-03-01").until).toBe("2026-03-31");
  expect(verificationOn("company", checks, "2026-04-01")).toMatchObject({ state: "expired", until: null });
});

const begin = (reference: string, more: object = {}) =>
  registerOrganisation(ctx, { space, reference, kind: "company", name: `Société ${reference}`, ...more });

test("each point is checked by somebody, with its paper; the whole list makes the partner verified", async () => {
  const { id } = await begin("PORT", { ice: "001234567000012" });
  const organisation = "PORT";
  const open = () => unverifiedPartners(ctx.db, [id], "2026-03-02");
  expect(await open()).toMatchObject([{ reference: "PORT", points: verificationPoints }]);
  await verifyOrganisation(ctx, {
    organisation,
    checkedOn: "2026-02-10",
    checks: [
      { point: "tax", outcome: "in_order", number: "AF-77", file: { name: "fisc.pdf", base64: pdf } },
      { point: "cnss", outcome: "not_applicable", note: "aucun salarié" },
    ],
  });
  expect((await open())[0]?.points).toHaveLength(5);
  await verifyOrganisation(ctx, {
    organisation,
    checks: ["ice", "legal_status", "references", "no_fee", "no_conflict"].map((point) => ({
      ...{ point: point as (typeof verificationPoints)[number], outcome: "in_order" },
    })),
  });
  expect(await open()).toEqual([]);
  expect((await getOrganisation(ctx, { organisation })).verification.state).toBe("verified");
  const paper = (await listChecks(ctx, { organisation })).find(({ point }) => point === "tax");
  expect(paper).toMatchObject({ number: "AF-77", fileName: "fisc.pdf", checkedBy: ctx.actor.label });
  expect(paper?.fileHash).toMatch(/^[0-9a-f]{64}$/);
  const opened = await openCheckFile(ctx, { organisation, check: paper?.id ?? "" });
  expect(opened).toEqual({ name: "fisc.pdf", base64: pdf });
  expect((await register.journalOf(id)).at(-1)).toMatchObject({ act: "organisations.open_check_file" });
});

test("one point that is not in order refuses the partner, until it is checked again", async () => {
  const { id } = await begin("LARGE");
  const check = (outcome: "in_order" | "not_in_order") =>
    verifyOrganisation(ctx, {
      organisation: "LARGE",
      checks: [{ point: "no_fee", outcome, note: "deux candidats ont payé" }],
    });
  const state = async () => (await getOrganisation(ctx, { organisation: id })).verification.state;
  await check("not_in_order");
  expect(await state()).toBe("refused");
  await check("in_order");
  expect(await state()).toBe("missing");
});

test("the ICE of the paper is the one of the register, or becomes it", async () => {
  await begin("SANS-ICE");
  const seen = (number?: string, organisation = "SANS-ICE") =>
    verifyOrganisation(ctx, {
      organisation,
      checks: [{ point: "ice", outcome: "in_order", ...(number && { number }) }],
    });
  await expect(seen()).rejects.toMatchObject({ code: "organisations.ice_needed" });
  await expect(seen("12345")).rejects.toMatchObject({ code: "organisations.ice_needed" });
  await expect(seen("001234567000012")).rejects.toMatchObject({ code: "organisations.ice_taken" });
  await seen("009 876 543 0000 21");
  expect((await getOrganisation(ctx, { organisation: "SANS-ICE" })).ice).toBe("009876543000021");
  await expect(seen("009876543000099")).rejects.toMatchObject({ code: "organisations.ice_differs" });
});

test.each(pointsForAll)("nobody is exempt from «%s»", async (point) => {
  await expect(
    verifyOrganisation(ctx, {
      organisation: "PORT",
      checks: [{ point, outcome: "not_applicable", note: "x x x" }],
    }),
  ).rejects.toMatchObject({ code: "organisations.point_not_exempt" });
});

test("what is refused says why", async () => {
  const verify = (check: object, more: object = {}) =>
    verifyOrganisation(ctx, {
      organisation: "PORT",
      checks: [{ point: "tax", outcome: "in_order", ...check }],
      ...more,
    });
  await expect(verify({ outcome: "not_in_order" })).rejects.toMatchObject({
    code: "organisations.check_without_reason",
  });
  await expect(verify({ expiresOn: "2020-01-01" })).rejects.toMatchObject({
    code: "organisations.check_ran_out",
  });
  await expect(verify({}, { checkedOn: "2999-01-01" })).rejects.toMatchObject({
    code: "organisations.check_in_future",
  });
  const program = Buffer.from("#!/bin/sh\n").toString("base64");
  await expect(verify({ file: { name: "a.sh", base64: program } })).rejects.toMatchObject({
    code: "organisations.scan_refused",
  });
});
