import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { type ActContext, DomainError, defineAct, may, rows, space } from "../kernel/index.ts";
import { documentOf, findPerson } from "../people/index.ts";
import { commitmentKey } from "../results/index.ts";

const countedFact = z.object({
  fact: z.uuid(),
  date: z.string(),
  indicator: z.string(),
  commitment: z.string(),
  agreement: z.string(),
  title: z.string(),
  /** E1 to E4. */
  evidence: z.int(),
});

/**
 * Finds a person by her document, which is shown nowhere afterwards, and says whether she is already counted: under
 * which agreement where the reader may know it, how often elsewhere where she may not. Neither her name nor any other
 * field is given: that is `people.unmask`, with a reason.
 */
export const lookUp = defineAct({
  name: "dossiers.look_up",
  permission: "dossiers.look_up",
  scope: "somewhere",
  input: z.object({
    space,
    document: documentOf,
    /** The commitment under which she would be recorded now. */
    commitment: commitmentKey.optional(),
  }),
  output: z.object({
    subject: z.uuid().nullable(),
    isNamed: z.boolean(),
    counted: z.array(countedFact),
    /** How often she counts under agreements that the reader may not see. */
    elsewhere: z.int(),
    /** She counts under the commitment that was named already: another fact would be a repeat. */
    isRepeat: z.boolean(),
  }),
  async run(ctx, { space: of, document, commitment }) {
    const asFinder = { ...ctx, actor: { ...ctx.actor, grants: [{ permissions: ["people.find"] }] } };
    const { subject, isNamed } = await findPerson(asFinder, { space: of, document });
    // An unknown document leaves no trace of itself: only that somebody asked.
    const object = subject === null ? { kind: "document", id: "unknown" } : { kind: "person", id: subject };
    await ctx.journal({ object, after: { found: subject !== null, commitment: commitment ?? null } });
    if (subject === null) return { subject, isNamed, counted: [], elsewhere: 0, isRepeat: false };
    const facts = await countedFacts(ctx, subject);
    const seen = await mayRead(ctx, facts);
    return {
      subject,
      isNamed,
      counted: facts
        .filter(({ agreementId }) => seen.has(agreementId))
        .map(({ agreementId, commitmentId, ...fact }) => fact),
      elsewhere: facts.filter(({ agreementId }) => !seen.has(agreementId)).length,
      isRepeat: facts.some((fact) => fact.commitment === commitment || fact.commitmentId === commitment),
    };
  },
});

interface CountedFact extends z.infer<typeof countedFact> {
  readonly agreementId: string;
  readonly commitmentId: string;
}

function countedFacts(ctx: ActContext, subject: string): Promise<CountedFact[]> {
  return rows(
    ctx.tx,
    sql<CountedFact>`
      select id as fact, fact_date as date, indicator, commitment, agreement, title, evidence,
             agreement_id as "agreementId", commitment_id as "commitmentId"
      from facts_of_person(${subject}) where not withdrawn and refusal is null`,
  );
}

/** The agreements among those of the facts that the actor may read; a person counts under a few at most. */
async function mayRead(ctx: ActContext, facts: readonly CountedFact[]): Promise<Set<string>> {
  const ids = [...new Set(facts.map(({ agreementId }) => agreementId))];
  if (may(ctx.actor, "results.read")) return new Set(ids);
  const allowed = await Promise.all(ids.map(async (id) => ((await mayReadOne(ctx, id)) ? [id] : [])));
  return new Set(allowed.flat());
}

async function mayReadOne(ctx: ActContext, id: string): Promise<boolean> {
  try {
    return may(ctx.actor, "results.read", await agreementScope(ctx.tx, await agreementOf(ctx.tx, id)));
  } catch (error) {
    // what the reader may not see does not exist for her
    if (error instanceof DomainError) return false;
    throw error;
  }
}
