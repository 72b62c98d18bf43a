// What a calendar program is given by somebody's address: her meetings, and the events, as she may see them today.
import { sql } from "kysely";
import { asOwner, hashToken } from "../identity/index.ts";
import {
  actorOf,
  type Context,
  dayOf,
  firstRow,
  type Locale,
  message,
  type PermissionTable,
  type RoleGrant,
  type Space,
} from "../kernel/index.ts";
import { calendarOf } from "./calendar.ts";
import { entriesSeen } from "./calendar-entries.ts";
import { meetingErrors } from "./errors.ts";
import { permissions } from "./permissions.ts";

interface Found {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly language: Locale;
  readonly space: Space;
  readonly lastUsedAt: Date | null;
  readonly roles: readonly RoleGrant[];
}

/** Whoever has the address reads meetings and events, and does nothing else in its owner's name. */
const readingAlone = { "meetings.read": permissions["meetings.read"] } satisfies PermissionTable;
const tokenPattern = /^[\w-]{43}$/;
const hour = 3_600_000;

/**
 * `ctx` is a visitor's; `origin` is where they are opened.
 * @throws `meetings.calendar_unknown` for an address that is revoked or of a closed account, as for one that never was
 */
export async function fetchCalendar(ctx: Context, token: string, origin: string): Promise<string> {
  const at = ctx.clock.now();
  const found = tokenPattern.test(token)
    ? await firstRow(
        ctx.db,
        sql<Found>`
          select id, user_id as user, name, language, space, last_used_at as "lastUsedAt", roles
          from calendar_at_door(${hashToken(token)}, ${dayOf(at, ctx.timeZone)})`,
      )
    : undefined;
  if (found === undefined) throw meetingErrors.calendar_unknown();
  const { id, user, name, language, roles, lastUsedAt } = found;
  if (lastUsedAt === null || at.getTime() - lastUsedAt.getTime() > hour) {
    const note = sql`update calendar_addresses set last_used_at = ${at} where id = ${id} and revoked_at is null`;
    await asOwner(ctx, user, (tx) => note.execute(tx));
  }
  const actor = actorOf({ id: user, kind: "user", label: name }, roles, readingAlone);
  const entries = await entriesSeen({ ...ctx, actor }, { origin, space: found.space, language });
  return calendarOf(
    entries,
    "PUBLISH",
    message(language, "meetings", "calendar.name", { space: found.space }),
  );
}
