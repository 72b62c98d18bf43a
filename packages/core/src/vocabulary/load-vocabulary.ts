// Loads the reference vocabulary of the deployment; a second load adds and relabels, and never rewrites a definition.
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import {
  entryRows,
  indicatorRows,
  measureRows,
  populationRows,
  settingRows,
  versionRows,
} from "./catalogue.ts";
import {
  addFirstVersions,
  addSettings,
  upsertEntries,
  upsertIndicators,
  upsertMeasures,
  upsertPopulations,
} from "./store.ts";

const written = z.object({ added: z.int(), changed: z.int() });

/**
 * Versions that exist stay as they are: what was published under them must read the same. Settings of measures that an
 * office has changed stay too.
 */
export const loadVocabulary = defineAct({
  name: "vocabulary.load",
  permission: "vocabulary.load",
  input: z.object({}),
  output: z.object({
    indicators: written,
    versions: written,
    populations: written,
    entries: written,
    measures: written,
    settings: written,
  }),
  run: async (ctx) => {
    const { tx } = ctx;
    const result = {
      indicators: await upsertIndicators(tx, indicatorRows()),
      versions: await addFirstVersions(tx, versionRows(), ctx.clock.now()),
      populations: await upsertPopulations(tx, populationRows()),
      entries: await upsertEntries(tx, entryRows()),
      measures: await upsertMeasures(tx, measureRows()),
      settings: await addSettings(tx, settingRows()),
    };
    await ctx.journal({ object: { kind: "vocabulary", id: "reference" }, after: result });
    return result;
  },
});
