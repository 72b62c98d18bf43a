// Evidence is handed in before its result is recorded; when the recording is refused or given up, nothing names the file
// but the row that was kept with it.
import { sql } from "kysely";
import { type Context, onlyRow, together } from "../kernel/index.ts";

/** Longer than anybody keeps a form open between handing the file in and recording. */
const days = 7;

/**
 * Forgets the evidence that no result has named for a week, with the keys that open it: the sweep then takes the files.
 * For the installation alone. Returns how many were forgotten.
 */
export const forgetUnusedEvidence = (ctx: Context): Promise<number> =>
  together(ctx, "results.forget_evidence", async ({ transaction, clock }) => {
    const before = new Date(clock.now().getTime() - days * 86_400_000);
    const { forgotten } = await onlyRow(
      transaction ?? ctx.db,
      sql<{ forgotten: number }>`select forget_unused_evidence(${before}) as forgotten`,
    );
    return forgotten;
  });
