// Finding an event and writing which assertion gives which of its values.
import { sql } from "kysely";
import { type Db, firstRow, onlyRow, rows, type Scope, type Space } from "../kernel/index.ts";
import { meetingErrors } from "./errors.ts";
import type { Citation } from "./model.ts";

export interface EventRow {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  readonly territory_id: string | null;
}

/** The event, locked against another writer, and where it lies. @throws `meetings.unknown` */
export async function findEvent(tx: Db, reference: string): Promise<EventRow & { scope: Scope }> {
  const event = await firstRow(
    tx,
    sql<EventRow>`select id, space, reference, territory_id from events where reference = ${reference} for update`,
  );
  if (!event) throw meetingErrors.unknown({ event: reference });
  return { ...event, scope: await eventScope(tx, event) };
}

/** Whoever begins another event of the series meanwhile waits until this one is written: a reference is given once. */
export async function lockSeries(tx: Db, series: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`events ${series}`}, 0))`.execute(tx);
}

/** The next reference of the series, for an event that is about to be written: one act at a time draws, and none twice. */
export async function drawReference(tx: Db, series: string): Promise<string> {
  await lockSeries(tx, series);
  const drawn = await onlyRow(
    tx,
    sql<{ reference: string }>`select free_event_reference(${series}) as reference`,
  );
  return drawn.reference;
}

/** The reference of an event of the series that is about to be written, which is seen with the agreement from then on. */
export async function beginInSeries(tx: Db, series: string, id: string, agreement: string): Promise<string> {
  await lockSeries(tx, series);
  const begun = await onlyRow(
    tx,
    sql<{ reference: string }>`
      select free_event_reference(${series}) as reference, begin_meeting(${id}, ${agreement})`,
  );
  return begun.reference;
}

/** `COM` of an agreement: short enough for the number of a session behind it. */
export const seriesOf = (kind: "AUD" | "COM", agreement: string): string =>
  `${kind}-${agreement}`.slice(0, 27).replace(/-+$/, "");

/** An event lies in its territory, with the organisations that took part and the agreements that it concerns. */
export async function eventScope(tx: Db, event: Pick<EventRow, "id" | "territory_id">): Promise<Scope> {
  const found = await onlyRow(
    tx,
    sql<{ territories: string[] | null; organisations: string[]; agreements: string[] }>`
      select territory_path(${event.territory_id}::uuid) as territories,
             array(select organisation_id from event_participants
                   where event_id = ${event.id} and organisation_id is not null) as organisations,
             array(select distinct unnest(agreement_path(agreement_id)) from event_agreements
                   where event_id = ${event.id}) as agreements`,
  );
  return {
    territoryPath: found.territories ?? [],
    organisations: found.organisations,
    agreementPath: found.agreements,
  };
}

/** @throws `meetings.territory_unknown` when the space has none of this id. */
export async function requireTerritory(tx: Db, space: Space, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await firstRow(tx, sql`select from territories where id = ${id} and space = ${space}`);
  if (!found) throw meetingErrors.territory_unknown({ territory: id, space });
}

/**
 * Links assertions to a value of an event, or of one of its rows; a link that is there already changes nothing.
 * @throws `meetings.assertion_unknown`
 */
export async function cite(
  tx: Db,
  event: Pick<EventRow, "id" | "space">,
  given: readonly Citation[],
  rowId: string | null = null,
): Promise<number> {
  if (given.length === 0) return 0;
  const ids = [...new Set(given.map(({ assertion }) => assertion))];
  const known = await rows(
    tx,
    sql<{ id: string }>`select id from assertions where id = any(${ids}::uuid[]) and space = ${event.space}`,
  );
  const missing = ids.find((id) => !known.some((row) => row.id === id));
  if (missing) throw meetingErrors.assertion_unknown({ assertion: missing, space: event.space });
  const inserted = await rows(
    tx,
    sql`
      insert into event_assertions (event_id, space, field, row_id, assertion_id)
      select ${event.id}, ${event.space}, field, ${rowId}::uuid, assertion_id
      from unnest(${given.map(({ field }) => field)}::text[], ${given.map(({ assertion }) => assertion)}::uuid[])
        as given (field, assertion_id)
      on conflict do nothing returning assertion_id`,
  );
  return inserted.length;
}
