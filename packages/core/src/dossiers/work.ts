// What persons asked the data officer for, by the day on which the law wants an answer.
import { sql } from "kysely";
import { messageReference, type WorkQuestion } from "../kernel/index.ts";
import { requestKinds } from "./model.ts";

const says = {
  received: "dossiers.work.received",
  identified: "dossiers.work.identified",
  decided: "dossiers.work.decided",
};
const asked = Object.fromEntries(
  requestKinds.map((kind) => [kind, messageReference("dossiers", `work.kind.${kind}`)]),
);

export const work: readonly WorkQuestion[] = [
  {
    name: "dossiers.request",
    permission: "person_requests.read",
    rows: ({ day, space }) => sql`
      select ${JSON.stringify(says)}::jsonb ->> r.state, jsonb_build_object('kind', ${JSON.stringify(asked)}::jsonb ->> r.kind),
             case when r.deadline < ${day}::date then 'late' else 'waiting' end, 'request ' || r.id, r.number,
             r.number, null, null, r.deadline, r.recorded_at, '/people/requests/' || r.number
      from person_requests r
      where r.space = ${space} and r.state <> 'done'`,
  },
];
