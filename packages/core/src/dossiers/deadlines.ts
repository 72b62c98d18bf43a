// Within how many days a request is answered: a setting of the installation with the text it rests on, from a day on.
import { z } from "zod";
import {
  type Db,
  datedTerms,
  defineAct,
  defineQuery,
  plainDate,
  setDatedTerm,
  settingOfTerm,
  termOn,
} from "../kernel/index.ts";
import { type Deadline, givenDeadlines, type RequestKind, requestKinds } from "./model.ts";

const termNames = {
  access: "dossiers.access",
  correction: "dossiers.correction",
  erasure: "dossiers.erasure",
  objection: "dossiers.objection",
} as const satisfies Readonly<Record<RequestKind, string>>;

/** The term that holds for a request received on that day. */
export async function deadlineFor(db: Db, kind: RequestKind, receivedOn: string): Promise<Deadline> {
  const set = await termOn(db, termNames[kind], receivedOn);
  return set === undefined ? givenDeadlines[kind] : { days: set.count, source: set.source };
}

const listed = z.object({
  kind: z.enum(requestKinds),
  days: z.int(),
  /** The text on which the term rests. */
  source: z.string(),
  /** The first day of receipt for which it holds; null: as it comes. */
  from: plainDate.nullable(),
});

export const listDeadlines = defineQuery({
  name: "dossiers.deadlines",
  permission: "person_requests.read",
  input: z.object({}),
  output: z.array(listed),
  async run(ctx) {
    const all = await datedTerms(ctx.tx, termNames);
    return all.map(({ term: kind, set }) =>
      set === null
        ? { kind, ...givenDeadlines[kind], from: null }
        : { kind, days: set.count, source: set.source, from: set.from },
    );
  },
});

/** Requests that are under way keep the deadline of their day of receipt. @throws `kernel.term_too_early` */
export const setDeadline = defineAct({
  name: "dossiers.set_deadline",
  permission: "person_requests.handle",
  input: settingOfTerm.extend({ kind: z.enum(requestKinds), days: z.int().min(1).max(90) }),
  output: z.object({}),
  async run(ctx, { kind, days, from, source }) {
    await setDatedTerm(ctx, { name: termNames[kind], count: days, source, from });
    return {};
  },
});
