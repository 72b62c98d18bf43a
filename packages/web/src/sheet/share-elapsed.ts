const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The share of a period, both ends included, that has passed at the end of the day; null without both ends. */
export function shareElapsed(from: string | null, to: string | null, day: string): number | null {
  if (from === null || to === null) return null;
  const dayMs = 86_400_000;
  const passed = (msOf(day) - msOf(from) + dayMs) / (msOf(to) - msOf(from) + dayMs);
  return Math.min(1, Math.max(0, passed));
}
