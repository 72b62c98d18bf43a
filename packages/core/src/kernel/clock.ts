// The only source of "now": injected, so that tests and past-date readings choose it.

/** Gives the present instant. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at one instant (for tests and the repeatable simulation). */
export function fixedClock(instant: string): Clock {
  const date = new Date(instant);
  return { now: () => new Date(date) };
}

/**
 * The calendar day of an instant in the installation's time zone, as YYYY-MM-DD.
 * Days of facts and of `known-on` are days of that zone (ledger.md §3.8).
 */
export function dayOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant);
}
