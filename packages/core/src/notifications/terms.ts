// After how many days somebody is told again of the same thing, and after how many her director too.
import { z } from "zod";
import {
  type Db,
  datedTerms,
  defineAct,
  defineQuery,
  type PlainDate,
  plainDate,
  setDatedTerm,
  settingOfTerm,
  termOn,
} from "../kernel/index.ts";
import { givenDays, type ReminderTerm, type ReminderTerms, reminderTerms } from "./model.ts";

const termNames = {
  again: "notifications.again",
  escalated: "notifications.escalated",
} as const satisfies Readonly<Record<ReminderTerm, string>>;

/** What holds on a day. */
export async function reminderTermsOn(db: Db, day: PlainDate): Promise<ReminderTerms> {
  const again = await termOn(db, termNames.again, day);
  const escalated = await termOn(db, termNames.escalated, day);
  return { again: again?.count ?? givenDays.again, escalated: escalated?.count ?? givenDays.escalated };
}

const listed = z.object({
  term: z.enum(reminderTerms),
  days: z.int(),
  /** The text on which it rests; null for what holds without one. */
  source: z.string().nullable(),
  /** The first day on which it holds; null: as it comes. */
  from: plainDate.nullable(),
});

export const listReminderTerms = defineQuery({
  name: "notifications.terms",
  permission: "alarms.read",
  scope: "somewhere",
  input: z.object({}),
  output: z.array(listed),
  async run(ctx) {
    const all = await datedTerms(ctx.tx, termNames);
    return all.map(({ term, set }) => ({
      ...{ term, days: set?.count ?? givenDays[term] },
      ...{ source: set?.source ?? null, from: set?.from ?? null },
    }));
  },
});

/** @throws `kernel.term_too_early` */
export const setReminderTerm = defineAct({
  name: "notifications.set_term",
  permission: "alarms.set_term",
  input: settingOfTerm.extend({ term: z.enum(reminderTerms), days: z.int().min(1).max(365) }),
  output: z.object({}),
  async run(ctx, { term, days, from, source }) {
    await setDatedTerm(ctx, { name: termNames[term], count: days, source, from });
    return {};
  },
});
