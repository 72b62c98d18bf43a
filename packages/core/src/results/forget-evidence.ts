// Evidence is handed in before its result is recorded; when the recording is refused or given up, nothing names the file
// but the row that was kept with it.
import { sql } from "kysely";
import { type Context, dbOf, onlyRow, together } from "../kernel/index.ts";
import { forgetFiles } from "../people/index.ts";

/** Longer than anybody keeps a form open between handing the file in and recording. */
const days = 7;

/**
 * Forgets the evidence that no result has named for a week, with the keys that open it: the sweep then takes the files.
 * For the installation alone. Returns how many were forgotten.
 */
export const forgetUnusedEvidence = (ctx: Context): Promise<number> =>
  together(ctx, "results.forget_evidence", async (inner) => {
    const tx = dbOf(inner);
    const before = new Date(ctx.clock.now().getTime() - days * 86_400_000);
    const { files } = await onlyRow(
      tx,
      sql<{ files: string[] }>`select forget_unused_evidence(${before}) as files`,
    );
    await forgetFiles({ tx }, files);
    return files.length;
  });
