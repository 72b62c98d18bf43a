// A reviewer who accepts everything that is proposed, for tests of what comes after.
import type { Context } from "../../kernel/index.ts";
import type { Decision } from "../decisions-format.ts";
import type { IntakeInFull } from "../intake-format.ts";
import { recordIntake } from "../record-intake.ts";
import { saveReview } from "../save-review.ts";

/** Accepts every item until nothing is in the way; choices that only then are asked for, too. */
export async function acceptAll(
  ctx: Context,
  opened: IntakeInFull,
  instead: readonly Decision[] = [],
): Promise<IntakeInFull> {
  let full = opened;
  for (let round = 0; round < 4 && (round === 0 || full.obstacles.length > 0); round += 1) {
    const own = new Set(instead.map(({ path }) => path));
    const accepted = full.items
      .filter(({ path, what }) => what !== "addition" && !own.has(path))
      .map(
        ({ path, what, value }): Decision => ({
          ...{ path, decision: "accepted" as const },
          ...(what === "choice" ? { value } : {}),
        }),
      );
    const decisions = [...accepted, ...instead];
    full = await saveReview(ctx, {
      intake: full.id,
      revision: full.revision,
      decisions: { format: "iltizam-decisions/1", decisions },
    });
  }
  return full;
}

/** Accepts everything and records it. */
export async function recordAll(ctx: Context, opened: IntakeInFull, instead: readonly Decision[] = []) {
  const { id, revision } = await acceptAll(ctx, opened, instead);
  return recordIntake(ctx, { intake: id, revision });
}
