import { day, type Input, indicator, nothing, reason, words } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "vocabulary.indicators": nothing,
  "vocabulary.indicator": () => ({ code: "placements" }),
  "vocabulary.populations": nothing,
  "vocabulary.classification": () => ({ scheme: "units" }),
  "vocabulary.measures": nothing,
  "vocabulary.glossary": nothing,
  "vocabulary.load": nothing,
  "vocabulary.add_indicator": () => indicator,
  "vocabulary.define_indicator": () => ({
    ...{ code: "placements", effectiveFrom: day, definition: words, reason },
  }),
  "vocabulary.set_measure": () => ({
    ...{
      measure: "IDMAJ",
      setting: "rate",
      value: "1",
      unit: "months",
      from: day,
      source: "loi",
      confidence: "official_text",
    },
  }),
};
