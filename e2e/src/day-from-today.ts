/** A day so many days from today, YYYY-MM-DD, as an installation counts days: by Morocco's clock. */
export const dayFromToday = (days: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Africa/Casablanca" }).format(
    new Date(Date.now() + days * 86_400_000),
  );
