import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, firstRow, plainDate } from "../kernel/index.ts";
import { declarationsOn } from "./declared.ts";
import { resultErrors } from "./errors.ts";
import { authoriseCommitment } from "./scope.ts";
import { commitmentKey } from "./told.ts";

const declarationShown = z.object({
  declarant: z.string(),
  declarantName: z.string(),
  from: plainDate,
  to: plainDate,
  quantity: z.int(),
  declaredOn: plainDate,
  version: z.int(),
  document: z.uuid().nullable(),
  note: z.string().nullable(),
});

/** GET: what partners declared of a commitment, by period; the declared figure is the sum. */
export const declarationsOfCommitment = defineQuery({
  name: "results.declarations_of_commitment",
  permission: "declarations.read",
  scope: "object",
  input: z.object({ commitment: commitmentKey, asOf: plainDate.optional(), knownOn: plainDate.optional() }),
  output: z.object({ declared: z.int().nullable(), declarations: z.array(declarationShown) }),
  async run(ctx, { commitment, asOf = null, knownOn = null }) {
    await authoriseCommitment(ctx, "declarations.read", commitment);
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string | null }>`select (find_commitment(${commitment})).id as id`,
    );
    if (!found?.id) throw resultErrors.commitment_unknown({ value: commitment });
    const read = await declarationsOn(ctx.tx, [found.id], { asOf, knownOn, timeZone: ctx.timeZone });
    const declarations = read.map(({ commitment: _, ...row }) => row);
    const declared =
      declarations.length === 0 ? null : declarations.reduce((sum, row) => sum + row.quantity, 0);
    return { declared, declarations };
  },
});
