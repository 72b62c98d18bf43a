// GET /approval-sittings/:sitting: what one session of a body approved, as far as the one who asks sees it.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, firstRow, plainDate, rows, space } from "../kernel/index.ts";
import { agreementErrors } from "./errors.ts";
import { approvalKind, state } from "./model.ts";

const decided = z.object({
  agreement: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  state,
  number: z.string(),
  amendment: z.int().nullable(),
  votesFor: z.int().nullable(),
  votesAgainst: z.int().nullable(),
  votesAbstained: z.int().nullable(),
});
const sitting = z.object({
  id: z.uuid(),
  space,
  kind: approvalKind,
  organisation: z.object({ reference: z.string(), name: z.string() }),
  heldOn: plainDate,
  label: z.string(),
  documentId: z.uuid().nullable(),
});

/** @throws `agreements.sitting_unknown` */
export const readSitting = defineQuery({
  name: "agreements.sitting",
  permission: "agreements.read",
  scope: "somewhere",
  input: z.object({ sitting: z.uuid() }),
  output: sitting.extend({ decided: z.array(decided) }),
  async run(ctx, { sitting: id }) {
    const found = await firstRow(
      ctx.tx,
      sql<z.infer<typeof sitting>>`
        select s.id, s.space, s.kind, json_build_object('reference', o.reference, 'name', o.name) as organisation,
               s.held_on as "heldOn", s.label, s.document_id as "documentId"
        from approval_sittings s join organisations o on o.id = s.organisation_id
        where s.id = ${id}`,
    );
    const approved = await rows(
      ctx.tx,
      sql<z.infer<typeof decided>>`
        select a.reference as agreement, a.title, a.title_ar as "titleAr", a.title_en as "titleEn", a.state, p.number,
               p.of_amendment as amendment, p.votes_for as "votesFor", p.votes_against as "votesAgainst",
               p.votes_abstained as "votesAbstained"
        from approvals p join agreements a on a.id = p.agreement_id
        where p.sitting_id = ${id}
        order by p.number, a.reference`,
    );
    // who sees none of the agreements learns nothing of the session
    if (found === undefined || approved.length === 0) throw agreementErrors.sitting_unknown({ sitting: id });
    return { ...found, decided: approved };
  },
});
