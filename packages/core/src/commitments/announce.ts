import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, onlyRow } from "../kernel/index.ts";
import { citedBy, citedWords } from "../sources/index.ts";
import { commitmentErrors } from "./errors.ts";
import { findLiving } from "./find.ts";
import { commitmentReference, signedField } from "./model.ts";
import { type CommitmentRow, hasVersion, insertAssertionLinks, updateCommitment } from "./store.ts";

/**
 * Links what a source says to the commitment: words of a document, or assertions recorded already. They announce it, or
 * they are the words of a version of its signed target. Readings that differ in indicator leave a draft without one until
 * a person adopts a reading.
 * @throws `commitments.assertion_unknown`, `commitments.no_target`, `sources.nothing_cited`
 */
export const announce = defineAct({
  name: "commitments.announce",
  permission: "commitments.draft",
  scope: "object",
  input: z.object({
    commitment: commitmentReference,
    assertions: z
      .array(z.object({ assertion: z.uuid(), field: z.string().max(200).default("target") }))
      .default([]),
    words: citedWords.nullish(),
    /** The version of the signed target that the words give; left out: they announce it. */
    version: z.int().min(1).max(32_767).nullish(),
  }),
  output: z.object({ commitment: commitmentReference, added: z.int(), indicator: z.string().nullable() }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    const { version } = given;
    if (version && !(await hasVersion(ctx.tx, commitment.id, version)))
      throw commitmentErrors.no_target({ commitment: given.commitment });
    const field = version ? signedField(version) : "target";
    const links = await citedBy(ctx, given, { topic: "target", field });
    const added = await insertAssertionLinks(ctx.tx, commitment, links);
    const indicator =
      commitment.state === "draft" ? await settleIndicator(ctx, commitment) : commitment.indicator;
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      before: { indicator: commitment.indicator },
      after: { indicator, announced_by: links },
    });
    await ctx.emit({ type: "commitments.announced", objectId: commitment.id });
    return { commitment: given.commitment, added, indicator };
  },
});

/** The indicator and unit of a draft, which it keeps as long as its readings name one; none when they differ. */
export async function settleIndicator(ctx: ActContext, commitment: CommitmentRow): Promise<string | null> {
  const { indicators, units } = await onlyRow(
    ctx.tx,
    sql<{ indicators: string[]; units: string[] }>`
      select coalesce(array_agg(distinct coalesce(i.alias_of, i.code)) filter (where i.code is not null), '{}')
               as indicators,
             coalesce(array_agg(distinct a.unit) filter (where a.unit is not null), '{}') as units
      from commitment_assertions link
      join assertions a on a.id = link.assertion_id
      left join indicators i on i.code = a.indicator
      where link.commitment_id = ${commitment.id} and link.field = 'target'`,
  );
  if (indicators.length <= 1 || commitment.indicator === null) return commitment.indicator;
  const unit = units.length === 1 ? (units[0] ?? null) : null;
  await updateCommitment(ctx.tx, commitment.id, { indicator: null, indicator_version: null, unit });
  return null;
}
