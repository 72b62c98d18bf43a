// A press report says that the agreement was signed. The state follows, marked as reported; its figures stay announced
// until the text is recorded.
import { z } from "zod";
import { defineAct, partialDate, wholeDate } from "../kernel/index.ts";
import { requireTerritoryId } from "../organisations/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";
import { dateColumns } from "./create-agreement.ts";

export const reportSignature = defineAct({
  name: "agreements.report_signature",
  permission: "agreements.report",
  input: stepInput.omit({ on: true }).extend({
    /** The report. */
    documentId: z.uuid(),
    /** As far as the report gives it. */
    signedOn: partialDate.nullish(),
    signedTerritoryId: z.uuid().nullish(),
  }),
  output: stepOutput,
  scope: "object",
  run: (ctx, { signedOn, signedTerritoryId, ...step }) =>
    advance(ctx, "report_signature", step, async (agreement) => {
      await requireTerritoryId(ctx.tx, agreement.space, signedTerritoryId ?? null);
      const place = signedTerritoryId ? { signed_territory_id: signedTerritoryId } : {};
      const date = signedOn ? dateColumns(signedOn) : {};
      return { on: signedOn ? wholeDate(signedOn) : null, change: { ...date, ...place } };
    }),
});
