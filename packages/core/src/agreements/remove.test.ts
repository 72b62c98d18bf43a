import { openRegister } from "@iltizam/testkit/register";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { assertValue, quotePassage } from "../sources/index.ts";
import { addField } from "./add-field.ts";
import { addParty } from "./add-party.ts";
import { attachAssertion } from "./attach-assertion.ts";
import { getAgreement } from "./get-agreement.ts";
import { linkAgreements } from "./link-agreements.ts";
import { removeField } from "./remove-field.ts";
import { removeLink } from "./remove-link.ts";
import { removeOrientation } from "./remove-orientation.ts";
import { removeParty } from "./remove-party.ts";
import { stateOrientation } from "./state-orientation.ts";
import { addSignatories, attachText, draft, openCast, place, signAll } from "./tests/draft-in-full.ts";

const register = await openRegister();
const { ctx } = register;
afterAll(() => register.close());
const cast = await openCast(register);
const reason = "saisie par erreur";

test("a party that was recorded by mistake goes, with its representatives, its passages and what it let its people see", async () => {
  const id = await draft(ctx, "OTER-1");
  await addSignatories(ctx, cast, "OTER-1");
  const wrong = await addParty(ctx, {
    ...{ agreement: "OTER-1", organisation: cast.council, role: "funder", representatives: [cast.director] },
  });
  const passage = await quotePassage(ctx, { documentId: cast.document, start: 0, end: 2, content: "La" });
  const assertion = await assertValue(ctx, {
    ...{ documentId: cast.document, passageId: passage.id, topic: "party", how: "literal" },
  });
  await attachAssertion(ctx, {
    agreement: "OTER-1",
    attachments: [{ field: "party", rowId: wrong.id, assertionId: assertion.id }],
  });
  const seers = () => register.rows(sql`select from visibility where object_id = ${id} and reason = 'party'`);
  expect(await seers()).toHaveLength(3);
  await removeParty(ctx, { agreement: "OTER-1", partyId: wrong.id, reason });
  const after = await getAgreement(ctx, { agreement: "OTER-1" });
  expect(after.partiesInFull.map((one) => one.reference)).toEqual([cast.agency, cast.company]);
  expect(after.sources.some((one) => one.objectId === wrong.id)).toBe(false);
  expect(await seers()).toHaveLength(2);
  expect((await register.journalOf(id)).at(-1)).toMatchObject({
    ...{ act: "agreements.remove_party", reason },
    before: { party: { reference: cast.council, role: "funder" } },
  });
  await expect(removeParty(ctx, { agreement: "OTER-1", partyId: wrong.id, reason })).rejects.toMatchObject({
    code: "agreements.not_there",
  });
});

test("a link, a field and an aim go with a reason; what is not there is said", async () => {
  await draft(ctx, "OTER-2");
  await draft(ctx, "OTER-3");
  await linkAgreements(ctx, { from: "OTER-2", to: "OTER-3", kind: "leads_to" });
  await addField(ctx, { agreement: "OTER-2", kind: "tag", code: "emploi" });
  const aim = await stateOrientation(ctx, {
    ...{ agreement: "OTER-2", kind: "gender_parity", wording: "parité", authorText: "le texte" },
  });
  const link = { from: "OTER-2", to: "OTER-3", kind: "leads_to", reason } as const;
  const field = { agreement: "OTER-2", kind: "tag", code: "emploi", reason } as const;
  await removeLink(ctx, link);
  await removeField(ctx, field);
  await removeOrientation(ctx, { agreement: "OTER-2", orientationId: aim.id, reason });
  const after = await getAgreement(ctx, { agreement: "OTER-2" });
  expect([after.links, after.fields, after.orientations]).toEqual([[], [], []]);
  const gone = { code: "agreements.not_there" };
  await expect(removeLink(ctx, link)).rejects.toMatchObject(gone);
  await expect(removeField(ctx, field)).rejects.toMatchObject(gone);
  await expect(removeField(ctx, { ...field, reason: "x" })).rejects.toMatchObject({
    code: "kernel.input_invalid",
  });
});

test("what a recorded text holds is not taken away, and a party that has signed stays", async () => {
  await draft(ctx, "OTER-4");
  await addSignatories(ctx, cast, "OTER-4");
  await addField(ctx, { agreement: "OTER-4", kind: "tag", code: "emploi" });
  await place(ctx, "OTER-4", "approved");
  await attachText(ctx, cast, "OTER-4");
  await signAll(ctx, cast, "OTER-4");
  const [party] = (await getAgreement(ctx, { agreement: "OTER-4" })).partiesInFull;
  const take = () => removeParty(ctx, { agreement: "OTER-4", partyId: party?.id ?? "", reason });
  await expect(take()).rejects.toMatchObject({ code: "agreements.party_has_signed" });
  await place(ctx, "OTER-4", "in_force");
  const fixed = { code: "agreements.fixed_by_text" };
  await expect(take()).rejects.toMatchObject(fixed);
  await expect(
    removeField(ctx, { agreement: "OTER-4", kind: "tag", code: "emploi", reason }),
  ).rejects.toMatchObject(fixed);
});

test("the link on which the end of a renewed agreement rests stays", async () => {
  await draft(ctx, "OTER-5");
  await draft(ctx, "OTER-6");
  await linkAgreements(ctx, { from: "OTER-6", to: "OTER-5", kind: "renews" });
  await attachText(ctx, cast, "OTER-5");
  await place(ctx, "OTER-5", "renewed");
  await expect(
    removeLink(ctx, { from: "OTER-6", to: "OTER-5", kind: "renews", reason }),
  ).rejects.toMatchObject({ code: "agreements.fixed_by_text" });
});
