// Complaints that control has not decided.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

export const work: readonly WorkQuestion[] = [
  {
    name: "complaints.handle",
    permission: "complaints.handle",
    rows: () => sql`
      select 'complaints.work.' || c.state, '{}'::jsonb, 'waiting', 'complaint ' || c.id, c.number, c.number, null, null,
             null::date, c.received_at, '/complaints/' || c.number
      from complaints c
      where c.state <> 'decided' and c.box_id is not null`,
  },
];
