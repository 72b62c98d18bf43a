// What persons asked the data officer for, by the day on which the law wants an answer.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

export const work: readonly WorkQuestion[] = [
  {
    name: "dossiers.request",
    permission: "person_requests.read",
    rows: ({ day, space }) => sql`
      select 'dossiers.work.' || r.state, jsonb_build_object('kind', 'message:["dossiers","work.kind.' || r.kind || '",{}]'),
             case when r.deadline < ${day}::date then 'late' else 'waiting' end, 'request ' || r.id, r.number,
             r.number, null, null, r.deadline, r.recorded_at, '/people/requests/' || r.number
      from person_requests r
      where r.space = ${space} and r.state <> 'done'`,
  },
];
