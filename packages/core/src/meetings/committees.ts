// The committees of an agreement, and of what it stands under: who sits there, when they met, what is still open.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { type Db, dayOf, defineQuery, plainDate, rows } from "../kernel/index.ts";
import { committeeKind, meetingState, memberRole, presidedBy, steeredStates } from "./committee-words.ts";
import { openDecision, openDecisionsOf } from "./open-decisions.ts";

const party = z.object({ reference: z.string(), name: z.string() });
const member = z.object({
  id: z.uuid(),
  role: memberRole,
  function: z.string(),
  organisation: party,
});
const session = z.object({
  event: z.string(),
  state: meetingState,
  startsAt: z.coerce.date(),
  heldOn: plainDate.nullable(),
  decisions: z.int(),
});

export const committeeShown = z.object({
  id: z.uuid(),
  /** The agreement that it steers: this one, or one above it. */
  agreement: z.string(),
  kind: committeeKind,
  name: z.string(),
  nameAr: z.string().nullable(),
  presidedBy,
  everyMonths: z.int().nullable(),
  setUpOn: plainDate,
  dissolvedOn: plainDate.nullable(),
  members: z.array(member),
  /** The latest first. */
  meetings: z.array(session),
  lastHeldOn: plainDate.nullable(),
  /** The day by which it is to meet again, by its rhythm; null without one. */
  dueOn: plainDate.nullable(),
  isOverdue: z.boolean(),
});
type Committee = z.infer<typeof committeeShown>;

export const committeesOfAgreement = defineQuery({
  name: "meetings.committees",
  permission: "meetings.read",
  scope: "object",
  input: z.object({ agreement: z.string().min(1).max(40) }),
  output: z.object({ committees: z.array(committeeShown), openDecisions: z.array(openDecision) }),
  async run(ctx, { agreement: key }) {
    const agreement = await agreementOf(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const [committees, openDecisions] = await Promise.all([
      readCommittees(ctx.tx, agreement.id, today),
      openDecisionsOf(ctx.tx, agreement.id, today),
    ]);
    return { committees, openDecisions };
  },
});

function readCommittees(db: Db, agreement: string, today: string): Promise<Committee[]> {
  return rows(
    db,
    sql<Committee>`
      select c.id, a.reference as agreement, c.kind, c.name, c.name_ar as "nameAr", c.presided_by as "presidedBy",
             c.every_months as "everyMonths", c.set_up_on as "setUpOn", c.dissolved_on as "dissolvedOn",
             ${membersJson} as members, ${meetingsJson} as meetings, last.held_on as "lastHeldOn", due.due_on as "dueOn",
             coalesce(due.due_on < ${today}::date and coalesce(c.dissolved_on > ${today}::date, true)
                      and a.state = any(${[...steeredStates]}::text[]), false) as "isOverdue"
      from committees c join agreements a on a.id = c.agreement_id
      cross join lateral (select max(m.held_on) as held_on from committee_meetings m where m.committee_id = c.id) last
      cross join lateral (select (coalesce(last.held_on, c.set_up_on) + make_interval(months => c.every_months))::date
                          as due_on) due
      where c.agreement_id = any(agreement_path(${agreement}))
      order by c.dissolved_on nulls first, array_position(agreement_path(${agreement}), c.agreement_id), c.set_up_on, c.id`,
  );
}

/** Who sits in the committee `c` now. */
export const membersJson = sql`
  coalesce((
    select json_agg(json_build_object('id', b.id, 'role', b.role, 'function', b.function,
                                      'organisation', json_build_object('reference', o.reference, 'name', o.name))
                    order by array_position('{chair,secretary,member,observer}'::text[], b.role), b.id)
    from committee_members b join organisations o on o.id = b.organisation_id
    where b.committee_id = c.id and b.left_on is null), '[]')`;

const meetingsJson = sql`
  coalesce((
    select json_agg(json_build_object('event', e.reference, 'state', m.state, 'startsAt', m.starts_at,
                                      'heldOn', m.held_on, 'decisions',
                                      (select count(*) from event_decisions d where d.event_id = e.id))
                    order by m.starts_at desc, e.reference)
    from committee_meetings m join events e on e.id = m.event_id where m.committee_id = c.id), '[]')`;
