import { day, type Input, nothing, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "alarms.list": () => ({ space }),
  "alarms.terms": nothing,
  "alarms.set_term": () => ({ term: "letter", months: 4, from: day, source: "circulaire 3/2026" }),
};
