// Texts that wait for a decision on what was read in them.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

export const work: readonly WorkQuestion[] = [
  {
    name: "drafts.review",
    permission: "drafts.review",
    rows: ({ space }) => sql`
      select case when i.decided < i.wanted then ${"drafts.work.review"}::text else ${"drafts.work.record"}::text end,
             jsonb_build_object('open', greatest(i.wanted - i.decided, 0)), 'waiting', 'intake ' || i.id,
             ''::text, i.file_name, null, null, null::date, i.changed_at, '/intake/' || i.id
      from intakes i
      where i.space = ${space} and i.state = 'open'`,
  },
];
