import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, noteText, onlyRow, plainDate, rows } from "../kernel/index.ts";
import { destroyPersons, type Erasure, forgetFiles, insertErasures } from "../people/index.ts";
import { resultErrors } from "./errors.ts";
import { refuseCin } from "./told.ts";

/**
 * Erases a person on the data officer's decision: her row in the vault, her data key, the salts and everything in her
 * facts that could point to her, and the evidence files that were hers alone. Her facts and the counts stay, the blocks
 * verify. Subjects that were merged with hers are erased with her. @throws `results.erased_already`
 */
export const eraseSubject = defineAct({
  name: "results.erase_subject",
  permission: "people.erase",
  input: z.object({
    subject: z.uuid(),
    decidedOn: plainDate,
    /** The day by which the law wants it done. */
    deadline: plainDate,
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ subjects: z.array(z.uuid()), files: z.int() }),
  async run(ctx, { subject, reason, ...decision }) {
    refuseCin({ reason });
    await sql`select take_ledger_alone()`.execute(ctx.tx);
    const { subjects } = await onlyRow(
      ctx.tx,
      sql<{ subjects: string[] }>`select whole_person(${subject}::uuid) as subjects`,
    );
    const erased = await decide(
      ctx,
      subjects.map((one) => ({ ...decision, subject: one, reason })),
    );
    if (erased.length === 0) throw resultErrors.erased_already({ value: subject });
    const files = await erase(ctx, subjects);
    await ctx.journal({
      object: { kind: "subject", id: subject },
      after: { erased: subjects.length, ...decision },
      reason,
    });
    return { subjects, files };
  },
});

function decide(ctx: ActContext, decisions: readonly Erasure[]): Promise<string[]> {
  const ids = decisions.map(() => ctx.ids.next());
  return insertErasures(ctx.tx, decisions, { by: ctx.actor.id, at: ctx.clock.now(), ids });
}

/** Files go last, just before the end of the transaction: a file cannot be brought back. */
async function erase(ctx: ActContext, subjects: readonly string[]): Promise<number> {
  await destroyPersons(ctx.tx, subjects);
  const { files } = await onlyRow(
    ctx.tx,
    sql<{ files: string[] }>`select erase_facts(${subjects}::uuid[]) as files`,
  );
  await forgetFiles(ctx, files);
  await sql`delete from evidence_files where hash = any(${files}::text[])`.execute(ctx.tx);
  await Promise.all(files.map((hash) => ctx.files.remove(hash)));
  return files.length;
}

/** Repeats every erasure on what a restored backup brought back; a backup is older than the last decisions. */
export const replayErasures = defineAct({
  name: "results.replay_erasures",
  permission: "people.erase",
  input: z.object({
    /** Decisions made after the backup, from the list kept beside it. */
    decisions: z.array(
      z.object({ subject: z.uuid(), decidedOn: plainDate, deadline: plainDate, reason: noteText.min(3) }),
    ),
  }),
  output: z.object({ subjects: z.int(), files: z.int() }),
  async run(ctx, { decisions }) {
    await decide(ctx, decisions);
    const erased = await rows(ctx.tx, sql<{ id: string }>`select subject_id as id from erasures`);
    const files = await erase(
      ctx,
      erased.map(({ id }) => id),
    );
    await ctx.journal({ object: { kind: "subjects", id: "erased" }, after: { replayed: erased.length } });
    return { subjects: erased.length, files };
  },
});
