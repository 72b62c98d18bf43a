// Days are those of the installation's time zone, whatever the reader's own: a result of the last hour of a day is of
// that day for everybody. The zone comes with the answer that says who asks, before any screen of the office is drawn.
let zone = "Africa/Casablanca";

/** Keeps the zone that the server names. */
export function keepTimeZone(timeZone: string): void {
  zone = timeZone;
}

/** The day of an instant, YYYY-MM-DD. */
export const dayAt = (instant: Date): string =>
  new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
  }).format(instant);

/** The day that it is, YYYY-MM-DD. */
export const today = (): string => dayAt(new Date());
