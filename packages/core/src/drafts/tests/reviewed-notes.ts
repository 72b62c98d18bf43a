// The five notes as they were reviewed and recorded, on a place of their own.
import { testPlace } from "@iltizam/testkit/agreement";
import { loadTerritory } from "../../territory/index.ts";
import { loadVocabulary } from "../../vocabulary/index.ts";
import type { Draft } from "../draft-format.ts";
import {
  type AnnouncedText,
  announcedTexts,
  loadRealAnnouncements,
  reviewNote,
} from "../load-real-announcements.ts";
import type { Review } from "../review-format.ts";

export interface ReviewedNote {
  readonly draft: Draft;
  readonly review: Review;
}

/** What each note was recorded from. */
export async function reviewedNotes(): Promise<ReadonlyMap<AnnouncedText, ReviewedNote>> {
  const place = await testPlace();
  try {
    await loadTerritory(place.ctx, { space: "real" });
    await loadVocabulary(place.ctx, {});
    await loadRealAnnouncements(place.ctx);
    const found = new Map<AnnouncedText, ReviewedNote>();
    for (const text of announcedTexts) {
      const { result } = await reviewNote(place.ctx, text);
      if (result) found.set(text, result);
    }
    return found;
  } finally {
    await place.close();
  }
}

/** The one of a text. */
export function noteOf(notes: ReadonlyMap<AnnouncedText, ReviewedNote>, text: AnnouncedText): ReviewedNote {
  const found = notes.get(text);
  if (!found) throw new Error(`${text} was not recorded`);
  return found;
}
