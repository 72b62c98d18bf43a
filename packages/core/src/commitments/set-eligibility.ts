import { sql } from "kysely";
import { z } from "zod";
import { defineAct, kernelErrors, lineText } from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import { checkPopulations, findLiving, requireTerritories } from "./find.ts";
import { commitmentReference } from "./model.ts";
import { updateCommitment } from "./store.ts";

export const eligibilityRule = z.object({
  rule: z.enum([
    "residence",
    "age_from",
    "age_to",
    "sex",
    "milieu",
    "education_to",
    "education_from",
    "population",
  ]),
  /** Of residence the id of a territory; of an age whole years; of sex F or M; of education an ISCED level 0–8. */
  value: lineText.trim().min(1),
});
type Rule = z.infer<typeof eligibilityRule>;

const readable: Partial<Record<Rule["rule"], RegExp>> = {
  residence: /^[0-9a-f-]{36}$/,
  age_from: /^\d{1,3}$/,
  age_to: /^\d{1,3}$/,
  sex: /^[FM]$/,
  milieu: /^(urban|rural)$/,
  education_to: /^[0-8]$/,
  education_from: /^[0-8]$/,
};

/**
 * Says who may be counted; checked when a fact is posted (ledger.md §2). Replaces the rules that were there; several
 * values of one rule are alternatives, several rules all hold.
 * @throws `commitments.rule_value_unreadable`, `territory_unknown`, `population_unknown`
 */
export const setEligibility = defineAct({
  name: "commitments.set_eligibility",
  permission: "commitments.draft",
  scope: "object",
  input: z.object({
    commitment: commitmentReference,
    rules: z.array(eligibilityRule).max(200),
    /** The revision that the form has read; another one means that somebody saved meanwhile. */
    revision: z.int().min(1).optional(),
  }),
  output: z.object({ commitment: commitmentReference, rules: z.int() }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    if (given.revision !== undefined && given.revision !== commitment.revision)
      throw kernelErrors.edited_meanwhile();
    const wrong = given.rules.find(({ rule, value }) => readable[rule]?.test(value) === false);
    if (wrong) throw commitmentErrors.rule_value_unreadable(wrong);
    const valuesOf = (name: Rule["rule"]) =>
      given.rules.filter(({ rule }) => rule === name).map(({ value }) => value);
    await checkPopulations(ctx.tx, valuesOf("population"));
    await requireTerritories(ctx.tx, commitment.space, valuesOf("residence"));
    const placeOf = ({ rule, value }: Rule) => (rule === "residence" ? value : null);
    await sql`delete from commitment_eligibility where commitment_id = ${commitment.id}`.execute(ctx.tx);
    await sql`
      insert into commitment_eligibility (commitment_id, space, rule, value, territory_id)
      select ${commitment.id}, ${commitment.space}, rule, value, territory_id
      from unnest(${given.rules.map(({ rule }) => rule)}::text[], ${given.rules.map(({ value }) => value)}::text[],
                  ${given.rules.map(placeOf)}::uuid[]) as given (rule, value, territory_id)
      on conflict do nothing`.execute(ctx.tx);
    await updateCommitment(ctx.tx, commitment.id, {});
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      after: { eligibility: given.rules },
    });
    await ctx.emit({ type: "commitments.eligibility_set", objectId: commitment.id });
    return { commitment: given.commitment, rules: given.rules.length };
  },
});
