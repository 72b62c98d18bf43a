// An organisation applies: it saves what it has as often as it likes, and gives it in before the closing day is over. An
// adviser does the same for one that came on paper.
import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  defineAct,
  objectScope,
  ordinal,
  parseMoney,
  plainDate,
} from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { callErrors } from "./errors.ts";
import { type ApplicationWords, applicationWords, callKey, takesOn } from "./model.ts";
import { requireInside } from "./prepare-call.ts";
import { applicationBy, type CallRow, callOf } from "./store.ts";
import { requireInvited } from "./whose.ts";

const saved = z.object({ application: z.uuid(), revision: z.int() });
const words = {
  call: callKey,
  organisation: organisationKey,
  /** The revision that was read; left out: whatever it is. */
  revision: ordinal.optional(),
  words: applicationWords,
};

/**
 * Saves an organisation's own application.
 * @throws `calls.closed_on`, `calls.not_open_yet`, `calls.edited_since`, `calls.not_yours` when it came on paper …
 */
export const saveOwnApplication = defineAct({
  name: "calls.save_own",
  permission: "calls.apply",
  scope: "object",
  input: z.object(words),
  output: saved,
  async run(ctx, given) {
    const call = await callOf(ctx.tx, given.call);
    const organisation = await organisationInSpace(ctx.tx, call.space, given.organisation);
    ctx.authorise({ organisations: [organisation.id] });
    await requireInvited(ctx, call);
    requireTaken(call, today(ctx));
    return save(ctx, call, organisation.id, given);
  },
});

/** Enters what an organisation sent on paper, with the day on which it came. @throws `calls.received_later` … */
export const enterApplication = defineAct({
  name: "calls.enter",
  permission: "calls.receive",
  scope: "object",
  input: z.object({ ...words, receivedOn: plainDate }),
  output: saved,
  async run(ctx, given) {
    const call = await callOf(ctx.tx, given.call);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const organisation = await organisationInSpace(ctx.tx, call.space, given.organisation);
    const day = today(ctx);
    if (given.receivedOn > day) throw callErrors.received_later({ on: given.receivedOn, today: day });
    // what came in time may be entered the days after, until reception is closed
    requireTaken(call, given.receivedOn);
    const before = await applicationBy(ctx.tx, call.id, organisation.id);
    if (before !== undefined && before.received_on === null)
      throw callErrors.applied_already({ organisation: organisation.name });
    return save(ctx, call, organisation.id, given, given.receivedOn);
  },
});

const today = (ctx: ActContext): string => dayOf(ctx.clock.now(), ctx.timeZone);

/** @throws `calls.not_taking`, `calls.not_open_yet`, `calls.closed_on` */
export function requireTaken(call: CallRow, day: string): void {
  const days = { opensOn: call.opens_on, closesOn: call.closes_on };
  if (call.state === "prepared" || day < call.opens_on)
    throw callErrors.not_open_yet({ call: call.reference, on: call.opens_on });
  if (!takesOn(day, days)) throw callErrors.closed_on({ call: call.reference, on: call.closes_on });
  if (call.state !== "open") throw callErrors.not_taking({ call: call.reference, state: call.state });
}

interface Given {
  readonly revision?: number | undefined;
  readonly words: ApplicationWords;
}

async function save(
  ctx: ActContext,
  call: CallRow,
  organisation: string,
  { revision, words }: Given,
  receivedOn: string | null = null,
): Promise<z.output<typeof saved>> {
  const at = { space: call.space, territory: call.territory_id };
  await requireInside(ctx, at, words.places);
  const before = await applicationBy(ctx.tx, call.id, organisation);
  if (before !== undefined && revision !== undefined && revision !== before.revision)
    throw callErrors.edited_since({ call: call.reference });
  if (before !== undefined && (before.received_on === null) !== (receivedOn === null))
    throw callErrors.not_yours();
  const id = before?.id ?? ctx.ids.next();
  const money = (text: string | null) =>
    text === null ? null : parseMoney(text, call.currency).minor.toString();
  if (before === undefined) {
    await sql`
      insert into call_applications (id, space, call_id, organisation_id, state, entered_by, received_on, recorded_at)
      values (${id}, ${call.space}, ${call.id}, ${organisation}, 'draft', ${ctx.actor.id}, ${receivedOn},
              ${ctx.clock.now()})`.execute(ctx.tx);
  }
  await sql`
    update call_applications set title = ${words.title}, summary = ${words.summary},
      places = ${words.places}::uuid[], asked_minor = ${money(words.asked)}::bigint,
      own_minor = ${money(words.own)}::bigint, received_on = ${receivedOn},
      state = case state when 'withdrawn' then 'submitted' else state end,
      revision = revision + ${before === undefined ? 0 : 1}::int
    where id = ${id}`.execute(ctx.tx);
  await writePromises(ctx, id, words.promises);
  await ctx.journal({
    object: { kind: "call_application", id },
    after: { call: call.reference, receivedOn, ...words },
  });
  return { application: id, revision: before === undefined ? 1 : before.revision + 1 };
}

async function writePromises(
  ctx: ActContext,
  id: string,
  promises: ApplicationWords["promises"],
): Promise<void> {
  await sql`delete from call_application_promises where application_id = ${id}`.execute(ctx.tx);
  if (promises.length === 0) return;
  const { rows: unknown } = await sql<{ code: string }>`
    select code from unnest(${promises.map(({ indicator }) => indicator)}::text[]) as given (code)
    where not exists (select from indicators i where i.code = given.code and i.alias_of is null)`.execute(
    ctx.tx,
  );
  if (unknown[0] !== undefined) throw callErrors.indicator_unknown({ indicator: unknown[0].code });
  await sql`
    insert into call_application_promises (application_id, number, indicator, quantity, wording)
    select ${id}, number, indicator, quantity, wording
    from unnest(${promises.map(({ indicator }) => indicator)}::text[],
                ${promises.map(({ quantity }) => quantity)}::bigint[],
                ${promises.map(({ wording }) => wording)}::text[])
      with ordinality as t (indicator, quantity, wording, number)`.execute(ctx.tx);
}
