// What has passed the term of the register of processing, and is still there.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineQuery, type QueryContext, rows } from "../kernel/index.ts";
import { type HeldField, readProcessings, type Term, termOf } from "../people/index.ts";
import { type DueKind, dueKinds } from "./model.ts";

const due = z.object({
  kind: z.enum(dueKinds),
  /** A subject id, or the number of a request or complaint. */
  object: z.string(),
  /** The day from which the term ran. */
  since: z.string(),
  months: z.int(),
});
type Due = z.infer<typeof due>;

const shownAtMost = 200;

/** Due for deletion, the oldest first, at most two hundred of each kind; what is decided already is not among them. */
export const dueForDeletion = defineQuery({
  name: "dossiers.due",
  permission: "dossiers.read_terms",
  input: z.object({ kind: z.enum(dueKinds).optional() }),
  output: z.object({
    due: z.array(due),
    terms: z.array(z.object({ kind: z.enum(dueKinds), months: z.int().nullable() })),
  }),
  async run(ctx, { kind }) {
    const terms = await readTerms(ctx);
    const kinds = dueKinds.filter((one) => kind === undefined || one === kind);
    const lists = await Promise.all(kinds.map((one) => dueOf(ctx, one, terms[one])));
    return {
      due: lists.flat(),
      terms: dueKinds.map((one) => ({ kind: one, months: terms[one]?.months ?? null })),
    };
  },
});

/** What each kind goes by: a person's identity goes with her evidence, so the longer of the two terms holds. */
const fieldsOf: Readonly<Record<DueKind, readonly HeldField[]>> = {
  identity: ["identity", "evidence"],
  contact: ["contact"],
  request: ["request"],
  complaint: ["complaint"],
};

async function readTerms({ tx }: Pick<QueryContext, "tx">): Promise<Record<DueKind, Term | null>> {
  const processings = await readProcessings(tx);
  const longest = (kind: DueKind) =>
    fieldsOf[kind]
      .map((field) => termOf(field, processings))
      .reduce((one, other) => ((other?.months ?? 0) > (one?.months ?? 0) ? other : one), null);
  return {
    identity: longest("identity"),
    contact: longest("contact"),
    request: longest("request"),
    complaint: longest("complaint"),
  };
}

async function dueOf(ctx: QueryContext, kind: DueKind, term: Term | null): Promise<Due[]> {
  if (term === null) return [];
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  const cutoff = sql`(${today}::date - make_interval(months => ${term.months}))::date`;
  const candidates = {
    identity: sql`select subject_id::text as object, last_day as since
                  from persons_past_term(${cutoff}, ${ctx.timeZone}, false, ${2 * shownAtMost})`,
    contact: sql`select subject_id::text as object, last_day as since
                 from persons_past_term(${cutoff}, ${ctx.timeZone}, true, ${2 * shownAtMost})`,
    request: sql`select number as object, done_on as since from person_requests
                 where box_id is not null and done_on <= ${cutoff}`,
    complaint: sql`select number as object, since from complaints_past_term(${cutoff}, ${ctx.timeZone})`,
  }[kind];
  const found = await rows(
    ctx.tx,
    sql<Omit<Due, "kind" | "months">>`
      select c.object, c.since from (${candidates}) c
      where not exists (
        select from deletions d where d.kind = ${kind} and d.object = c.object
          and (d.keep_until > ${today}::date or (d.decision = 'delete' and d.carried_out_at is null)))
      order by c.since, c.object limit ${shownAtMost}`,
  );
  return found.map((one) => ({ kind, ...one, months: term.months }));
}
