import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { approve } from "./approve.ts";
import { close } from "./close.ts";
import { getAgreement } from "./get-agreement.ts";
import { linkAgreements } from "./link-agreements.ts";
import { listAgreements } from "./list-agreements.ts";
import { openLead } from "./open-lead.ts";
import { putInForce } from "./put-in-force.ts";
import { recordSignature } from "./record-signature.ts";
import { renew } from "./renew.ts";
import { reportSignature } from "./report-signature.ts";
import { openSignatureScan, scanSignature } from "./scan-signature.ts";
import { sign } from "./sign.ts";
import { startClosing } from "./start-closing.ts";
import { startDrafting } from "./start-drafting.ts";
import { submitForVerification } from "./submit-for-verification.ts";
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

const register = await openRegister();
const ctx: Context = { ...register.ctx, guards: content };
afterAll(() => register.close());
const cast = await openCast(register);

test("an agreement goes its whole way, from the lead to its renewal; the last signature is its date", async () => {
  const agreement = "VIE-1";
  const step = { agreement };
  await openLead(ctx, { space, reference: agreement, title: "Insertion", type: "convention" });
  await startDrafting(ctx, step);
  await addSignatories(ctx, cast, agreement);
  await submitForVerification(ctx, step);
  await expect(approve(ctx, step)).rejects.toMatchObject({
    code: "agreements.guards_unmet",
    params: { guards: ["partner_verified", "approved_by_bodies"] },
  });
  await verify(ctx, cast.company);
  await approveByBoard(ctx, cast, agreement);
  await approve(ctx, step);
  await expect(sign(ctx, step)).rejects.toMatchObject({
    params: { guards: ["text_recorded", "signatures_complete"] },
  });
  await signAll(ctx, cast, agreement);
  await attachText(ctx, cast, agreement);
  await sign(ctx, step);
  expect(await getAgreement(ctx, step)).toMatchObject({
    signedOn: { year: 2026, month: 2, day: 20, weekday: 5 },
    signatures: [{ party: "Agence de l’Atlas", signedOn: "2026-02-20" }, { party: "Usine du Port" }],
  });
  await putInForce(ctx, step);
  await startClosing(ctx, step);
  await close(ctx, step);
  await draft(ctx, "VIE-2");
  await linkAgreements(ctx, { from: "VIE-2", to: agreement, kind: "renews" });
  await renew(ctx, step);
  const { history, column } = await getAgreement(ctx, step);
  expect(column).toBe("ended");
  expect(history.map((one) => one.to)).toEqual([
    ...["lead", "drafting", "verification", "approved", "signed", "in_force", "closing", "closed", "renewed"],
  ]);
  expect(history[4]?.effectiveOn).toBe("2026-02-20");
});

test("a programme is adopted and put in force without a signature", async () => {
  await draft(ctx, "PROG-1", { kind: "programme", type: "programme" });
  await expect(approve(ctx, { agreement: "PROG-1" })).rejects.toMatchObject({
    params: { guards: ["approved_by_bodies"] },
  });
  await approveByBoard(ctx, cast, "PROG-1");
  await approve(ctx, { agreement: "PROG-1" });
  await expect(sign(ctx, { agreement: "PROG-1" })).rejects.toMatchObject({
    code: "agreements.act_not_allowed",
  });
  expect((await putInForce(ctx, { agreement: "PROG-1" })).to).toBe("in_force");
});

test("a bundle is signed by report, then by its members, and ends with them", async () => {
  const bundle = { agreement: "LOT-1" };
  await draft(ctx, "LOT-1", { kind: "bundle", standsFor: 1 });
  await draft(ctx, "LOT-1-A", { parent: "LOT-1" });
  await reportSignature(ctx, { ...bundle, documentId: cast.document });
  expect(await getAgreement(ctx, bundle)).toMatchObject({ state: "signed", reported: true });
  await expect(sign(ctx, bundle)).rejects.toMatchObject({ params: { guards: ["members_signed"] } });
  await place(ctx, "LOT-1-A", "in_force");
  await sign(ctx, bundle);
  expect(await getAgreement(ctx, bundle)).toMatchObject({ state: "signed", reported: false });
  await expect(sign(ctx, bundle)).rejects.toMatchObject({ code: "agreements.act_not_allowed" });
  await putInForce(ctx, bundle);
  await startClosing(ctx, bundle);
  await expect(close(ctx, bundle)).rejects.toMatchObject({ params: { guards: ["members_ended"] } });
  await place(ctx, "LOT-1-A", "closed");
  expect((await close(ctx, bundle)).to).toBe("closed");
});

test("what the press alone reports does not come into force; a lead is given up with a reason", async () => {
  await draft(ctx, "BRUIT-1");
  await reportSignature(ctx, { agreement: "BRUIT-1", documentId: cast.document });
  await expect(putInForce(ctx, { agreement: "BRUIT-1" })).rejects.toMatchObject({
    params: { guards: ["text_recorded"] },
  });
  await openLead(ctx, { space, reference: "PISTE-1", title: "Piste" });
  const nothing = { agreement: "PISTE-1", reason: "" };
  await expect(terminate(ctx, nothing)).rejects.toMatchObject({ code: "kernel.input_invalid" });
  expect((await terminate(ctx, { ...nothing, reason: "sans suite" })).to).toBe("given_up");
  const { agreements } = await listAgreements(ctx, { space, state: "given_up" });
  expect(agreements.map(({ reference, column }) => [reference, column])).toEqual([["PISTE-1", "ended"]]);
});

test("each signature has its page: with it or later, as a PDF or a picture, opened by its line and journalled", async () => {
  const agreement = "PAGES-1";
  const page = (text: string) => Buffer.from(`%PDF-1.7\n${text}`).toString("base64");
  await draft(ctx, agreement);
  await addSignatories(ctx, cast, agreement);
  await place(ctx, agreement, "approved");
  const by = { agreement, capacity: "gérante", signedOn: "2026-02-20" };
  const company = { ...by, organisation: cast.company, officeHolderId: cast.manager };
  const program = Buffer.from("#!/bin/sh\n").toString("base64");
  await expect(recordSignature(ctx, { ...company, scan: program })).rejects.toMatchObject({
    code: "agreements.scan_refused",
  });
  const { id } = await recordSignature(ctx, { ...company, scan: page("première") });
  const { id: bare } = await recordSignature(ctx, {
    ...{ ...by, organisation: cast.agency, officeHolderId: cast.director },
  });
  const scans = async () => {
    const { signatures } = await getAgreement(ctx, { agreement });
    return new Map(signatures.map((one) => [one.id, one.scan]));
  };
  const first = (await scans()).get(id);
  expect([first, (await scans()).get(bare)]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), null]);
  await expect(openSignatureScan(ctx, { agreement, signature: bare })).rejects.toMatchObject({
    code: "agreements.signature_unknown",
  });
  const { hash } = await scanSignature(ctx, { agreement, signature: id, scan: page("plus nette") });
  expect([hash === first, (await scans()).get(id)]).toEqual([false, hash]);
  const opened = await openSignatureScan(ctx, { agreement, signature: id });
  expect(opened).toEqual({ mediaType: "application/pdf", base64: page("plus nette") });
  const { id: object } = await getAgreement(ctx, { agreement });
  const journal = await register.journalOf(object);
  expect(journal.at(-1)).toMatchObject({ act: "agreements.open_signature_scan" });
  expect(JSON.stringify(journal)).not.toContain(page("première"));
});
