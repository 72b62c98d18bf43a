// What an agreement asks of whom: the next action that somebody set, else the sentence of the life cycle's table.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";
import { endedStates, type State, states } from "./model.ts";
import { nextSteps } from "./next-steps.ts";

/** What is done all the time, or when somebody wishes, waits for nobody: in force, and what is over. */
const awaits = (at: State) => at !== "in_force" && !endedStates.includes(at);
/** Who carries the file has the next action that was set before her. */
const carriers = ["R1", "R4", "R9"];

const steps = states.filter(awaits).flatMap((state) =>
  nextSteps(state)
    .filter(({ key }) => key !== "nothing")
    .map(({ role, key }) => ({ state, role, key })),
);
const awaited = sql`
  unnest(${steps.map(({ state }) => state)}::text[], ${steps.map(({ role }) => role)}::text[],
         ${steps.map(({ key }) => key)}::text[]) as awaited (state, role, key)`;

const titles = sql.raw("a.reference, a.title, a.title_ar, a.title_en");
const place = sql.raw("'/agreements/' || a.reference");

export const work: readonly WorkQuestion[] = [
  {
    name: "agreements.step",
    permission: "agreements.read",
    rows: ({ mine, day, space }) => sql`
      select distinct 'agreements.next.' || awaited.key, '{}'::jsonb,
             case when a.next_action_on < ${day}::date then 'late' else 'waiting' end,
             'step ' || a.id || ' ' || awaited.key, ${titles}, a.next_action_on,
             (select max(s.recorded_at) from agreement_states s where s.agreement_id = a.id), ${place}
      from ${mine} m
      join agreements a on a.id = m.agreement_id
      join ${awaited} on awaited.role = m.role and awaited.state = a.state
      where a.space = ${space} and not (a.next_action is not null and m.role = any(${carriers}::text[]))`,
  },
  {
    name: "agreements.next_action",
    permission: "agreements.read",
    rows: ({ mine, day, space }) => sql`
      select distinct ${"agreements.work.next_action"}::text, jsonb_build_object('action', a.next_action),
             case when a.next_action_on < ${day}::date then 'late' else 'waiting' end,
             'action ' || a.id, ${titles}, a.next_action_on,
             (select max(s.recorded_at) from agreement_states s where s.agreement_id = a.id), ${place}
      from ${mine} m
      join agreements a on a.id = m.agreement_id
      where a.space = ${space} and a.next_action is not null and m.role = any(${carriers}::text[])
        and a.state <> all(${[...endedStates]}::text[])`,
  },
  {
    name: "agreements.passed",
    permission: "agreements.read",
    rows: ({ mine, since, space }) => sql`
      select distinct ${"agreements.work.passed"}::text,
             jsonb_build_object('state', 'message:["agreements","state.' || s.to_state || '",{}]'), 'changed',
             'passed ' || s.id, ${titles}, s.effective_on, s.recorded_at, ${place}
      from ${mine} m
      join agreement_states s on s.agreement_id = m.agreement_id
      join agreements a on a.id = s.agreement_id
      where a.space = ${space} and s.recorded_at > ${since} and s.from_state is not null`,
  },
  {
    name: "agreements.amended",
    permission: "agreements.read",
    rows: ({ mine, since, space }) => sql`
      select distinct ${"agreements.work.amended"}::text, jsonb_build_object('number', d.number, 'reason', d.reason), 'changed',
             'amended ' || d.id, ${titles}, d.effective_on, d.recorded_at, ${place}
      from ${mine} m
      join amendments d on d.agreement_id = m.agreement_id
      join agreements a on a.id = d.agreement_id
      where a.space = ${space} and d.recorded_at > ${since}`,
  },
];
