// Complaints that control has not decided.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

const says = { received: "complaints.work.received", examined: "complaints.work.examined" };

export const work: readonly WorkQuestion[] = [
  {
    name: "complaints.handle",
    permission: "complaints.handle",
    rows: ({ space }) => sql`
      select ${JSON.stringify(says)}::jsonb ->> c.state, '{}'::jsonb, 'waiting', 'complaint ' || c.id, c.number, c.number, null, null,
             null::date, c.received_at, '/complaints/' || c.number
      from complaints c
      where c.space = ${space} and c.state <> 'decided' and c.box_id is not null`,
  },
];
