// Registers an agreement that was signed, or a framework that was adopted, before the register was kept: it begins where
// it stands today, and its opening figures come as declarations. No guard is asked after the fact.
import { z } from "zod";
import { defineAct, partialDate, plainDate, wholeDate } from "../kernel/index.ts";
import { requireDocument } from "../sources/index.ts";
import { dayOfStep } from "./advance.ts";
import { createAgreement, createdAgreement, newAgreement } from "./create-agreement.ts";
import { state } from "./model.ts";

export const registerLegacy = defineAct({
  name: "agreements.register_legacy",
  permission: "agreements.register_legacy",
  input: newAgreement.extend({
    state: state
      .extract(["signed", "in_force", "suspended", "closing", "closed", "terminated", "renewed"])
      .default("in_force"),
    /** Known from a press report only. */
    reported: z.boolean().default(false),
    /** The day on which that state began, where somebody knows it. */
    since: plainDate.nullish(),
    signedOn: partialDate.nullish(),
    signedTerritoryId: z.uuid().nullish(),
    /** Its text, or the report of it when `reported`. */
    documentId: z.uuid().nullish(),
  }),
  output: createdAgreement,
  scope: "object",
  async run(ctx, given) {
    const { state: present, reported, since, signedOn, signedTerritoryId, documentId, ...fields } = given;
    await requireDocument(ctx.tx, given.space, documentId ?? null);
    if (since) dayOfStep(ctx, since);
    return createAgreement(ctx, fields, {
      state: present,
      reported,
      legacy: true,
      signedOn: signedOn ?? null,
      signedTerritoryId: signedTerritoryId ?? null,
      documentId: documentId ?? null,
      isText: !reported,
      effectiveOn: since ?? (signedOn ? wholeDate(signedOn) : null),
    });
  },
});
