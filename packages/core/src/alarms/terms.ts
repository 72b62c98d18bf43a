// After how many months something is an alarm: a letter without follow-up, an agreement that sleeps, a paper about to end.
import { z } from "zod";
import {
  datedTerms,
  defineAct,
  defineQuery,
  plainDate,
  setDatedTerm,
  settingOfTerm,
} from "../kernel/index.ts";
import { alarmTerms, givenMonths, termNames } from "./model.ts";

const term = z.object({
  term: z.enum(alarmTerms),
  months: z.int(),
  /** The text on which it rests; null for what holds without one. */
  source: z.string().nullable(),
  /** The first day on which it holds; null: as it comes. */
  from: plainDate.nullable(),
});

export const listTerms = defineQuery({
  name: "alarms.terms",
  permission: "alarms.read",
  scope: "somewhere",
  input: z.object({}),
  output: z.array(term),
  async run(ctx) {
    const all = await datedTerms(ctx.tx, termNames);
    return all.map(({ term: one, set }) => ({
      ...{ term: one, months: set?.count ?? givenMonths[one] },
      ...{ source: set?.source ?? null, from: set?.from ?? null },
    }));
  },
});

/** A past day keeps the alarms that it had. @throws `kernel.term_too_early` */
export const setTerm = defineAct({
  name: "alarms.set_term",
  permission: "alarms.set_term",
  input: settingOfTerm.extend({ term: z.enum(alarmTerms), months: z.int().min(1).max(60) }),
  output: z.object({}),
  async run(ctx, { term: one, months, from, source }) {
    await setDatedTerm(ctx, { name: termNames[one], count: months, source, from });
    return {};
  },
});
