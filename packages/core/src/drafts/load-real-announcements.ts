// The five reviewed drafts that the product ships, recorded in the real space: what the texts say, and nothing else.
import { readText } from "@iltizam/reference";
import { type Context, together } from "../kernel/index.ts";
import { type Draft, draft } from "./draft-format.ts";
import { recordDraft } from "./record-draft.ts";
import { type Review, review } from "./review-format.ts";

/** The texts in the order in which they are recorded: 001 joins what 000 began. */
export const announcedTexts = ["000", "001", "002", "003", "004"] as const;
export type AnnouncedText = (typeof announcedTexts)[number];

/** The reviewed draft of a text and what its reviewer decided. */
export function reviewedDraft(text: AnnouncedText): { draft: Draft; review: Review } {
  return {
    draft: draft.parse(JSON.parse(readText(`drafts/${text}.draft.json`))),
    review: review.parse(JSON.parse(readText(`drafts/${text}.review.json`))),
  };
}

/** Records the five in order, all or none; those that are recorded already change nothing. Returns how many were new. */
export function loadRealAnnouncements(ctx: Context): Promise<{ recorded: number }> {
  return together(ctx, "drafts.load_real_announcements", async (inside) => {
    let recorded = 0;
    for (const text of announcedTexts) {
      const done = await recordDraft(inside, reviewedDraft(text));
      if (done.recorded) recorded += 1;
    }
    return { recorded };
  });
}
