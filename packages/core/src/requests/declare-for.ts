import { sql } from "kysely";
import { z } from "zod";
import { count, defineAct, firstRow, plainDate, type Space } from "../kernel/index.ts";
import { commitmentKey, declare, resultErrors } from "../results/index.ts";
import { keepEvidence, statementFile } from "./keep-statement.ts";

/**
 * Records the number that a partner gave for a period on paper or by telephone, in its name, with the paper as the proof.
 * @throws `results.periods_overlap`, `results.period_backwards`, `results.file_…`, `requests.file_known`
 */
export const declareFor = defineAct({
  name: "requests.declare_for",
  permission: "declarations.make",
  scope: "somewhere",
  input: z.object({
    commitment: commitmentKey,
    /** The partner whose number it is, by reference or id. */
    declarant: z.string().min(2).max(40),
    period: z.object({ from: plainDate, to: plainDate }),
    quantity: count,
    declaredOn: plainDate.nullish(),
    note: z.string().trim().min(1).max(2000).nullish(),
    file: statementFile.nullish(),
  }),
  output: z.object({ declaration: z.uuid(), version: z.int() }),
  async run(ctx, { commitment, file, note, declaredOn, ...told }) {
    const found = await firstRow(
      ctx.tx,
      sql<{ space: Space | null }>`select (find_commitment(${commitment})).space as space`,
    );
    if (!found?.space) throw resultErrors.commitment_unknown({ value: commitment });
    const { space } = found;
    const document = file ? await keepEvidence(ctx, { space, language: "fr" }, file) : undefined;
    const done = await declare(ctx, {
      ...{ ...told, commitment },
      ...(document !== undefined && { document }),
      ...(note && { note }),
      ...(declaredOn && { declaredOn }),
    });
    await ctx.journal({
      object: { kind: "declaration", id: done.declaration },
      after: { document: document ?? null },
    });
    return done;
  },
});
