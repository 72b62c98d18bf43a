// Where each call for projects stands: the last part of the list of docs/demo.md.
import { type RawBuilder, sql } from "kysely";
import type { Situation } from "./finding.ts";

const call = (reference: string, condition: RawBuilder<unknown>) =>
  sql`select from calls c where c.reference = ${reference} and ${condition}`;

/** Everybody reads how many applied and who was accepted; whoever was not is not named. */
const isTold = sql`exists (
  select from call_results r
  where r.call_id = c.id and (r.content ->> 'received')::int = 4 and json_array_length(r.content -> 'accepted') = 2
    and not exists (select from call_verdicts v join organisations o on o.id = v.organisation_id
                    where v.call_id = c.id and v.verdict <> 'accepted' and strpos(r.content::text, o.name) > 0))`;

export const callSituations: readonly Situation[] = [
  {
    says: "A call whose result is published: two accepted, one of them for less, one on the reserve list against the ranking, one not admitted",
    see: ["AAP-2026-1"],
    found: call(
      "AAP-2026-1",
      sql`c.state = 'published' and 1 = (select count(*) from call_verdicts v
      where v.call_id = c.id and v.verdict = 'reserve' and v.proposed = 'accepted') and ${isTold}`,
    ),
  },
  {
    says: "A mark on which the assessors disagree, and an assessor who declared an interest",
    see: ["AAP-2026-1"],
    found: call(
      "AAP-2026-1",
      sql`exists (select from call_interests i join call_applications p on p.id = i.application_id
      where p.call_id = c.id)`,
    ),
  },
  {
    says: "A call that is being judged: its three assessors have not stated their interests",
    see: ["AAP-2026-2"],
    found: call("AAP-2026-2", sql`c.state = 'closed'`),
  },
  {
    says: "A call that takes applications, with a draft",
    see: ["AAP-2026-3"],
    found: call(
      "AAP-2026-3",
      sql`c.state = 'open' and exists (select from call_applications p where p.call_id = c.id and p.state = 'draft')`,
    ),
  },
];
