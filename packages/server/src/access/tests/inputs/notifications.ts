import { day, type Input, nothing } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "notifications.settings": nothing,
  "notifications.set_settings": () => ({ wanted: true, hour: 9, weekends: false }),
  "notifications.terms": nothing,
  "notifications.set_term": () => ({ term: "again", days: 10, from: day, source: "circulaire 3/2026" }),
};
