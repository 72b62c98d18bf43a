// Who may be one and the same person, and who was found to be: the work list of who merges.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, rows, space } from "../kernel/index.ts";
import { likenesses, nearPersons } from "../people/index.ts";

const atMost = 500;
const person = z.object({
  subject: z.uuid(),
  /** How many results stand under her, and under all who were merged with her. */
  results: z.int(),
});

/**
 * Pairs of persons who may be one, those alike in most things first. In what they are alike is told, no name and no
 * number: `people.unmask` shows one person, with a reason. Pairs that were merged or told apart are left out.
 * @throws `people.keys_missing`
 */
export const possibleSamePersons = defineQuery({
  name: "results.possible_same_persons",
  permission: "subjects.merge",
  input: z.object({ space }),
  output: z.object({
    pairs: z.array(z.object({ one: person, other: person, why: z.array(z.enum(likenesses)) })),
    /** There are more pairs than are given at once. */
    isMore: z.boolean(),
    /** Things in which so many are alike that they show nothing: a help desk's phone, a frequent name. */
    tooMany: z.int(),
  }),
  async run(ctx, { space: of }) {
    const near = await nearPersons(ctx, of);
    const found = near.pairs.map(({ subjects: [one, other], why }) => ({ one, other, why }));
    const open = await toJudge(ctx.tx, found);
    const pairs = open.slice(0, atMost).flatMap(({ place, one_results, other_results }) => {
      const pair = found[place - 1];
      if (pair === undefined) return [];
      const [one, other] = [
        { subject: pair.one, results: one_results },
        { subject: pair.other, results: other_results },
      ];
      return [{ one, other, why: [...pair.why] }];
    });
    return { pairs, isMore: open.length > atMost, tooMany: near.tooMany };
  },
});

interface ToJudge {
  readonly place: number;
  readonly one_results: number;
  readonly other_results: number;
}

const toJudge = (tx: Db, pairs: readonly { readonly one: string; readonly other: string }[]) =>
  rows(
    tx,
    sql<ToJudge>`
      select place::int as place, one_results, other_results
      from pairs_to_judge(${pairs.map(({ one }) => one)}::uuid[], ${pairs.map(({ other }) => other)}::uuid[])`,
  );

const merge = z.object({
  subject: z.uuid(),
  into: z.uuid(),
  reason: z.string(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
});

/** The merges that stand, the latest first; each can be undone (`results.split_subjects`). */
export const mergedPersons = defineQuery({
  name: "results.merged_persons",
  permission: "subjects.merge",
  input: z.object({ space }),
  output: z.object({ merges: z.array(merge) }),
  async run(ctx, { space: of }) {
    const merges = await rows(
      ctx.tx,
      sql<{ subject: string; into: string; reason: string; at: Date; by: string | null }>`
        select subject_id as subject, into_id as "into", reason, recorded_at as at, recorded_by as by
        from merges_in_force(${of}) limit ${atMost}`,
    );
    return { merges: merges.map((one) => ({ ...one, at: one.at.toISOString() })) };
  },
});
