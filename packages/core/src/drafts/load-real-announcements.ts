// The five press notes that the product ships, recorded in the real space by the intake itself: the engine reads each
// note, a reviewer's decisions are applied, and the result is recorded. What the texts say, and nothing else.
import { notes, readText } from "@iltizam/reference";
import { type Context, together } from "../kernel/index.ts";
import { type Decisions, decisions } from "./decisions-format.ts";
import type { IntakeInFull } from "./intake-format.ts";
import { openIntake } from "./open-intake.ts";
import { recordIntake } from "./record-intake.ts";
import { saveReview } from "./save-review.ts";

/** The texts in the order in which they are recorded: 001 joins what 000 began. */
export const announcedTexts = ["000", "001", "002", "003", "004"] as const;
export type AnnouncedText = (typeof announcedTexts)[number];

/** What the reviewer of a note decided, on what the engine proposes of it. */
export function decisionsOf(text: AnnouncedText): Decisions {
  return decisions.parse(JSON.parse(readText(`drafts/${text}.decisions.json`)));
}

/** Opens a note and applies what its reviewer decided; it is not recorded yet. */
export async function reviewNote(ctx: Context, text: AnnouncedText): Promise<IntakeInFull> {
  const file = `${text}.txt`;
  const note = notes().find((one) => one.file === file)?.text ?? "";
  const opened = await openIntake(ctx, { space: "real", fileName: file, text: note });
  if (opened.state !== "open") return opened;
  return saveReview(ctx, { intake: opened.id, revision: opened.revision, decisions: decisionsOf(text) });
}

/** Records the five in order, all or none; those that are recorded already change nothing. Returns how many were new. */
export function loadRealAnnouncements(ctx: Context): Promise<{ recorded: number }> {
  return together(ctx, "drafts.load_real_announcements", async (inside) => {
    let recorded = 0;
    for (const text of announcedTexts) {
      const { id, revision } = await reviewNote(inside, text);
      const done = await recordIntake(inside, { intake: id, revision });
      if (done.recorded) recorded += 1;
    }
    return { recorded };
  });
}
