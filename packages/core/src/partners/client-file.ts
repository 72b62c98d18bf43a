// GET /partners/:organisation: everything between the agency and one organisation, as far as the one who asks sees it.
import { z } from "zod";
import { defineQuery } from "../kernel/index.ts";
import { organisationKey, organisationOf } from "../organisations/index.ts";
import { agreementsOf, owed, owedBy, owedTo, partyAgreement } from "./dealings.ts";
import { contribution, contributionsOf, decision, decisionsOf, meeting, meetingsOf } from "./encounters.ts";

export const clientFile = defineQuery({
  name: "partners.file",
  permission: "organisations.read",
  scope: "somewhere",
  input: z.object({ organisation: organisationKey }),
  output: z.object({
    reference: z.string(),
    agreements: z.array(partyAgreement),
    /** The commitments that it has to keep. */
    owes: z.array(owed),
    /** Those that the employment agency has to keep in agreements to which it is a party. */
    owedToIt: z.array(owed),
    contributions: z.array(contribution),
    meetings: z.array(meeting),
    /** Of the meetings that it attended, or its own: what it or the agency has to do. */
    decisions: z.array(decision),
  }),
  async run(ctx, { organisation: key }) {
    const { id, reference } = await organisationOf(ctx.tx, key);
    return {
      reference,
      agreements: await agreementsOf(ctx.tx, id),
      owes: await owedBy(ctx.tx, id),
      owedToIt: await owedTo(ctx.tx, id),
      contributions: await contributionsOf(ctx.tx, id),
      meetings: await meetingsOf(ctx.tx, id),
      decisions: await decisionsOf(ctx.tx, id),
    };
  },
});
