// Addresses by which a calendar program fetches one's meetings. A program cannot sign in: the address is the secret, shown
// once, revoked by its owner.
import { sql } from "kysely";
import { z } from "zod";
import { newToken } from "../identity/index.ts";
import { defineAct, defineQuery, firstRow, onlyRow, rows, space } from "../kernel/index.ts";
import { meetingErrors } from "./errors.ts";

/** Addresses that one person may have in use: a program on each of her devices. */
export const mostCalendarAddresses = 10;

/** `path` holds the secret, behind this installation's own address. @throws `meetings.no_account`, `meetings.too_many_addresses` */
export const makeCalendarAddress = defineAct({
  name: "meetings.make_calendar_address",
  permission: "door.own_account",
  scope: "somewhere",
  input: z.object({ space: space.default("real"), name: z.string().trim().min(2).max(80) }),
  output: z.object({ id: z.uuid(), path: z.string() }),
  async run(ctx, given) {
    const owner = await firstRow(
      ctx.tx,
      sql<{ id: string }>`select id from users where id::text = ${ctx.actor.id} for update`,
    );
    if (owner === undefined) throw meetingErrors.no_account();
    const { inUse } = await onlyRow(
      ctx.tx,
      sql<{ inUse: number }>`
        select count(*)::integer as "inUse" from calendar_addresses
        where user_id = ${owner.id} and revoked_at is null`,
    );
    if (inUse >= mostCalendarAddresses)
      throw meetingErrors.too_many_addresses({ most: mostCalendarAddresses });
    const id = ctx.ids.next();
    const { token, hash } = newToken();
    await sql`
      insert into calendar_addresses (id, user_id, space, name, token_hash, recorded_at)
      values (${id}, ${owner.id}, ${given.space}, ${given.name}, ${hash}, ${ctx.clock.now()})`.execute(
      ctx.tx,
    );
    await ctx.journal({ object: { kind: "user", id: owner.id }, after: { calendarAddress: id, ...given } });
    return { id, path: `/calendar/${token}.ics` };
  },
});

const listed = z.object({
  id: z.uuid(),
  name: z.string(),
  space,
  recordedAt: z.date(),
  /** Noted once an hour at most. */
  lastUsedAt: z.date().nullable(),
});

/** One's own that are in use. */
export const calendarAddresses = defineQuery({
  name: "meetings.calendar_addresses",
  permission: "door.own_account",
  scope: "somewhere",
  input: z.object({}),
  output: z.array(listed),
  run: (ctx) =>
    rows(
      ctx.tx,
      sql<z.output<typeof listed>>`
        select id, name, space, recorded_at as "recordedAt", last_used_at as "lastUsedAt" from calendar_addresses
        where user_id::text = ${ctx.actor.id} and revoked_at is null order by recorded_at desc, id`,
    ),
});

/** @throws `meetings.address_unknown` for another's as for none */
export const revokeCalendarAddress = defineAct({
  name: "meetings.revoke_calendar_address",
  permission: "door.own_account",
  scope: "somewhere",
  input: z.object({ address: z.uuid() }),
  output: z.object({}),
  async run(ctx, { address }) {
    const revoked = await firstRow(
      ctx.tx,
      sql`
        update calendar_addresses set revoked_at = ${ctx.clock.now()}
        where id = ${address} and user_id::text = ${ctx.actor.id} and revoked_at is null returning id`,
    );
    if (revoked === undefined) throw meetingErrors.address_unknown({ address });
    await ctx.journal({
      object: { kind: "user", id: ctx.actor.id },
      after: { calendarAddressRevoked: address },
    });
    return {};
  },
});
