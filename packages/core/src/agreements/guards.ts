// What must be true before an agreement moves on. Each guard says what is missing, as messages; nothing means it holds.
import { sql } from "kysely";
import {
  type Context,
  type Db,
  dbOf,
  messageReference,
  nameReference,
  nameReferenceOf,
  onlyRow,
  rows,
} from "../kernel/index.ts";
import { agreementErrors } from "./errors.ts";
import { type GuardName, type OwnGuard, outsideGuards } from "./lifecycle.ts";
import { endedStates } from "./model.ts";
import { unverifiedParties } from "./unverified-parties.ts";

type Missing = readonly string[];
type OwnAnswer = (ctx: Context, agreementId: string) => Promise<Missing>;

const say = (guard: OwnGuard, params: Record<string, string | number | readonly string[]> = {}) => [
  messageReference("agreements", `guard.${guard}`, params),
];

const answers: Readonly<Record<OwnGuard, OwnAnswer>> = {
  async parties_complete(ctx, id) {
    const { n } = await count(
      dbOf(ctx),
      sql`agreement_parties where agreement_id = ${id} and role = 'signatory'`,
    );
    return n >= 2 ? [] : say("parties_complete", { count: n });
  },

  async partner_verified(ctx, id) {
    const open = await unverifiedParties(ctx, id);
    return open.flatMap(({ gaps, ...partner }) =>
      say("partner_verified", { name: nameReference(partner), gaps: [...gaps] }),
    );
  },

  async approved_by_bodies(ctx, id) {
    const { n } = await count(dbOf(ctx), sql`approvals a where a.agreement_id = ${id} and ${fresh}`);
    if (n === 0) return say("approved_by_bodies");
    const councils = await silentCouncils(dbOf(ctx), id);
    return councils.map((name) => messageReference("agreements", "guard.council_deliberation", { name }));
  },

  async text_recorded(ctx, id) {
    const { n } = await count(dbOf(ctx), sql`agreements where id = ${id} and signed_document_id is not null`);
    return n === 1 ? [] : say("text_recorded");
  },

  async signatures_complete(ctx, id) {
    const silent = await rows(
      dbOf(ctx),
      sql<{ name: string }>`
        select ${nameInText} as name
        from agreement_parties p join organisations o on o.id = p.organisation_id
        where p.agreement_id = ${id} and p.role = 'signatory'
          and not exists (select from signatures s where s.party_id = p.id)
        order by p.name_at_signature`,
    );
    return silent.flatMap(({ name }) => say("signatures_complete", { name }));
  },

  async suspension_recorded(ctx, id) {
    const row = await onlyRow(
      dbOf(ctx),
      sql<{ decided: number; done: number }>`
        select (select count(*) from amendments where agreement_id = ${id} and type = 'suspension') as decided,
               (select count(*) from agreement_states
                where agreement_id = ${id} and to_state = 'suspended' and from_state is not null) as done`,
    );
    return row.decided > row.done ? [] : say("suspension_recorded");
  },

  async termination_recorded(ctx, id) {
    const { n } = await count(dbOf(ctx), sql`amendments where agreement_id = ${id} and type = 'termination'`);
    return n > 0 ? [] : say("termination_recorded");
  },

  async successor_linked(ctx, id) {
    const { n } = await count(dbOf(ctx), sql`agreement_links where to_id = ${id} and kind = 'renews'`);
    return n > 0 ? [] : say("successor_linked");
  },

  async members_signed(ctx, id) {
    const early = ["lead", "drafting", "verification", "approved"];
    const { wanted, n, unsigned } = await onlyRow(
      dbOf(ctx),
      sql<{ wanted: number; n: number; unsigned: number }>`
        select coalesce((select stands_for from agreements where id = ${id}), 1) as wanted, count(*) as n,
               count(*) filter (where c.reported or c.state = any(${early}::text[])) as unsigned
        ${members(id)}`,
    );
    return n >= wanted && unsigned === 0 ? [] : say("members_signed", { wanted, recorded: n - unsigned });
  },

  async members_in_force(ctx, id) {
    const { n } = await onlyRow(
      dbOf(ctx),
      sql<{ n: number }>`select count(*) filter (where c.state = 'in_force') as n ${members(id)}`,
    );
    return n > 0 ? [] : say("members_in_force");
  },

  async members_ended(ctx, id) {
    const open = await rows(
      dbOf(ctx),
      sql<{ reference: string }>`
        select c.reference ${members(id)} and not c.state = any(${endedStates}::text[]) order by c.reference`,
    );
    return open.flatMap(({ reference }) => say("members_ended", { reference }));
  },
};

/** An approval counts as long as the draft has not been sent back after it. */
const fresh = sql`a.of_amendment is null and a.recorded_at >= coalesce((
  select max(s.recorded_at) from agreement_states s
  where s.agreement_id = a.agreement_id and s.from_state is not null and s.to_state = 'drafting'), '-infinity')`;

/** The agreements that count under this one now. */
const members = (id: string) => sql`
  from agreement_parents p join agreements c on c.id = p.agreement_id
  where p.parent_id = ${id} and upper_inf(p.known)`;

/** A party that is still called as the text calls it is named in the reader's language; one renamed since, as in the text. */
const nameInText = sql<string>`
  case when p.name_at_signature = o.name then ${nameReferenceOf("o")} else p.name_at_signature end`;

function count(db: Db, what: ReturnType<typeof sql>): Promise<{ n: number }> {
  return onlyRow(db, sql<{ n: number }>`select count(*) as n from ${what}`);
}

/** Elected councils among the signatories and funders that have not deliberated: they approve in session. */
async function silentCouncils(db: Db, id: string): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ name: string }>`
      select ${nameInText} as name
      from agreement_parties p join organisations o on o.id = p.organisation_id
      where p.agreement_id = ${id} and p.role in ('signatory', 'funder')
        and o.kind in ('regional_council', 'provincial_council', 'prefectural_council')
        and not exists (select from approvals a
                        where a.agreement_id = ${id} and a.organisation_id = p.organisation_id
                          and a.kind = 'deliberation' and ${fresh})
      group by p.name_at_signature, o.id order by p.name_at_signature`,
  );
  return found.map((row) => row.name);
}

/**
 * What each of the guards misses for one agreement; guards that hold are left out.
 * @throws `agreements.guard_unanswered` when a higher floor's answer was not gathered into `ctx.guards`
 */
export async function missingOf(
  ctx: Context,
  guards: readonly GuardName[],
  agreementId: string,
): Promise<{ guard: GuardName; missing: Missing }[]> {
  const found: { guard: GuardName; missing: Missing }[] = [];
  for (const guard of guards) {
    const missing = await answerOf(ctx, guard)(ctx, agreementId);
    if (missing.length > 0) found.push({ guard, missing });
  }
  return found;
}

function answerOf(ctx: Context, guard: GuardName): OwnAnswer {
  const isOutside = outsideGuards.some((name) => name === guard);
  const answer = isOutside ? ctx.guards[guard] : answers[guard as OwnGuard];
  if (answer === undefined) throw agreementErrors.guard_unanswered({ guard });
  return answer;
}
