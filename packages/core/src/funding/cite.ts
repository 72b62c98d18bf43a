import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { citedBy, citedWords } from "../sources/index.ts";
import { contributionReference } from "./model.ts";
import { findContribution, insertAssertionLinks } from "./store.ts";

/**
 * Links what a further source says of an amount to the contribution: words of a document, or assertions recorded already.
 * @throws `funding.assertion_unknown`, `sources.nothing_cited`
 */
export const citeContribution = defineAct({
  name: "funding.cite",
  permission: "funding.edit",
  scope: "object",
  input: z.object({
    contribution: contributionReference,
    assertions: z
      .array(z.object({ assertion: z.uuid(), field: z.string().max(200).default("amount") }))
      .default([]),
    words: citedWords.nullish(),
  }),
  output: z.object({ contribution: contributionReference, added: z.int() }),
  async run(ctx, given) {
    const { contribution, agreement } = await findContribution(ctx.tx, given.contribution);
    ctx.authorise(agreement.scope);
    const assertions = await citedBy(ctx, given, { topic: "amount", field: "amount" });
    const added = await insertAssertionLinks(ctx.tx, contribution, assertions);
    await ctx.journal({ object: { kind: "contribution", id: contribution.id }, after: { assertions } });
    return { contribution: given.contribution, added };
  },
});
