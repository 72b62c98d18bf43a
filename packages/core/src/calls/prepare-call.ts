// Prepares a call for projects under a programme or an agreement; while it is prepared, changes it by a new version.
import { sql } from "kysely";
import { z } from "zod";
import { agreementInSpace, agreementOf } from "../agreements/index.ts";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  keyText,
  noteText,
  onlyRow,
  ordinal,
  parseMoney,
  rows,
  type Space,
} from "../kernel/index.ts";
import { organisationInSpace, organisationKey, requireTerritoryId } from "../organisations/index.ts";
import { territoryPath } from "../territory/index.ts";
import { writeState } from "./advance.ts";
import { callErrors } from "./errors.ts";
import { callKey, callReference, type Terms, terms } from "./model.ts";
import { lockedCall } from "./store.ts";

/** @throws `calls.weights`, `least_above_scale`, `ceiling_above_envelope`, `days_backwards`, `place_outside`, `reference_taken` */
export const prepareCall = defineAct({
  name: "calls.prepare",
  permission: "calls.prepare",
  scope: "object",
  input: z.object({
    agreement: keyText.min(3),
    launchedBy: organisationKey,
    /** The region or province for which it holds; that of the agreement without it. */
    territoryId: z.uuid().nullable().default(null),
    /** Made of the year when it is not given: AAP-2026-1. */
    reference: callReference.optional(),
    terms,
  }),
  output: z.object({ id: z.uuid(), reference: callReference }),
  async run(ctx, given) {
    const agreement = await agreementOf(ctx.tx, given.agreement);
    const { space } = await agreementInSpace(ctx.tx, agreement.space, agreement.id);
    const launcher = await organisationInSpace(ctx.tx, space, given.launchedBy);
    const territory = given.territoryId ?? agreement.territory_id;
    if (territory === null) throw callErrors.place_outside({ place: "-" });
    await requireTerritoryId(ctx.tx, space, territory);
    ctx.authorise({ territoryPath: await territoryPath(ctx.tx, territory), organisations: [launcher.id] });
    const reference = given.reference ?? (await nextReference(ctx));
    const id = ctx.ids.next();
    const written = await firstRow(
      ctx.tx,
      sql`
        insert into calls (id, space, reference, agreement_id, launched_by, territory_id, state, version, recorded_at)
        values (${id}, ${space}, ${reference}, ${agreement.id}, ${launcher.id}, ${territory}, 'prepared', 1,
                ${ctx.clock.now()})
        on conflict (reference) do nothing returning id`,
    );
    if (written === undefined) throw callErrors.reference_taken({ reference });
    await writeTerms(ctx, { id, space, territory, version: 1 }, given.terms, null);
    await writeState(ctx, id, null, "prepared", null);
    await ctx.journal({ object: { kind: "call", id }, after: { ...given, reference } });
    return { id, reference };
  },
});

/** Changes what a prepared call says: a new version, with why. @throws as `prepareCall`, `calls.frozen` */
export const reviseCall = defineAct({
  name: "calls.revise",
  permission: "calls.prepare",
  scope: "object",
  input: z.object({
    call: callKey,
    /** The version that was read: somebody may have changed it since. */
    version: ordinal,
    terms,
    reason: noteText.trim().min(3),
  }),
  output: z.object({ version: z.int() }),
  async run(ctx, { call: key, version, terms: given, reason }) {
    const call = await lockedCall(ctx.tx, key);
    ctx.authorise(call.scope);
    if (call.state !== "prepared") throw callErrors.frozen({ call: call.reference });
    if (call.version !== version) throw callErrors.edited_since({ call: call.reference });
    const next = call.version + 1;
    const at = { id: call.id, space: call.space, territory: call.territory_id, version: next };
    await writeTerms(ctx, at, given, reason);
    await sql`update calls set version = ${next} where id = ${call.id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "call", id: call.id },
      before: { version: call.version },
      after: { version: next, ...given },
      reason,
    });
    return { version: next };
  },
});

interface At {
  readonly id: string;
  readonly space: Space;
  readonly territory: string;
  readonly version: number;
}

function checkTerms(given: Terms): void {
  const sum = given.criteria.reduce((all, { weight }) => all + weight, 0);
  if (sum !== 100) throw callErrors.weights({ sum });
  const wrong = given.criteria.find(({ atLeast, scale }) => atLeast !== null && atLeast > scale);
  if (wrong !== undefined)
    throw callErrors.least_above_scale({
      criterion: wrong.label,
      least: wrong.atLeast ?? 0,
      scale: wrong.scale,
    });
  if (given.opensOn > given.closesOn)
    throw callErrors.days_backwards({ from: given.opensOn, until: given.closesOn });
  const [envelope, ceiling] = [given.envelope, given.ceiling].map(
    (one) => parseMoney(one, given.currency).minor,
  );
  if (envelope === undefined || ceiling === undefined || ceiling > envelope || ceiling === 0n)
    throw callErrors.ceiling_above_envelope({ ceiling: given.ceiling, envelope: given.envelope });
}

async function writeTerms(ctx: ActContext, at: At, given: Terms, reason: string | null): Promise<void> {
  checkTerms(given);
  await requireInside(ctx, at, given.provinces);
  const money = (text: string) => parseMoney(text, given.currency).minor.toString();
  await sql`
    insert into call_terms (call_id, version, title, title_ar, purpose, contact, provinces, kinds, currency,
                            envelope_minor, ceiling_minor, own_share_percent, pass_mark, disagreement_percent, opens_on, closes_on,
                            reason, recorded_at)
    values (${at.id}, ${at.version}, ${given.title}, ${given.titleAr}, ${given.purpose}, ${given.contact},
            ${given.provinces}::uuid[], ${given.kinds}::text[], ${given.currency}, ${money(given.envelope)}::bigint,
            ${money(given.ceiling)}::bigint, ${given.ownSharePercent}, ${given.passMark},
            ${given.disagreementPercent}, ${given.opensOn}, ${given.closesOn}, ${reason}, ${ctx.clock.now()})`.execute(
    ctx.tx,
  );
  const { criteria, documents } = given;
  const column = <Of, Value>(list: readonly Of[], of: (one: Of) => Value) => list.map(of);
  await sql`
    insert into call_criteria (call_id, version, number, label, label_ar, weight, scale, at_least)
    select ${at.id}, ${at.version}, number, label, label_ar, weight, scale, at_least
    from unnest(${column(criteria, (one) => one.label)}::text[], ${column(criteria, (one) => one.labelAr)}::text[],
                ${column(criteria, (one) => one.weight)}::int[], ${column(criteria, (one) => one.scale)}::int[],
                ${column(criteria, (one) => one.atLeast)}::int[])
      with ordinality as t (label, label_ar, weight, scale, at_least, number)`.execute(ctx.tx);
  await sql`
    insert into call_documents (call_id, version, number, label, label_ar, required)
    select ${at.id}, ${at.version}, number, label, label_ar, required
    from unnest(${column(documents, (one) => one.label)}::text[], ${column(documents, (one) => one.labelAr)}::text[],
                ${column(documents, (one) => one.required)}::boolean[])
      with ordinality as t (label, label_ar, required, number)`.execute(ctx.tx);
}

/** Places of the call's territory, or that territory itself. @throws `calls.place_outside` */
export async function requireInside(
  { tx }: Pick<ActContext, "tx">,
  { space, territory }: Pick<At, "space" | "territory">,
  places: readonly string[],
): Promise<void> {
  const inside = await rows(
    tx,
    sql<{ id: string }>`
      select id from territories
      where id = any(${places}::uuid[]) and space = ${space} and ${territory}::uuid = any(territory_path(id))`,
  );
  const outside = places.find((place) => !inside.some(({ id }) => id === place));
  if (outside !== undefined) throw callErrors.place_outside({ place: outside });
}

/** One act at a time draws a number, and a number is never drawn twice. */
async function nextReference(ctx: ActContext): Promise<string> {
  const prefix = `AAP-${dayOf(ctx.clock.now(), ctx.timeZone).slice(0, 4)}-`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calls ${prefix}`}, 0))`.execute(ctx.tx);
  const { last } = await onlyRow(
    ctx.tx,
    sql<{ last: number }>`select last_call_reference(${prefix}) as last`,
  );
  return `${prefix}${last + 1}`;
}
