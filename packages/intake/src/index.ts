import { createHash } from "node:crypto";
import type { Draft, PartialDate } from "./draft/model.ts";
import { type Said, saidIn } from "./draft/sentences.ts";
import { draftOf } from "./intake.ts";
import type { Language } from "./text/language.ts";

export { checkDraft, type Finding } from "./draft/check.ts";
export { gives } from "./draft/gives.ts";
export type * from "./draft/model.ts";
export type { Said } from "./draft/sentences.ts";
export { type BodyNamed, bodyNamed } from "./names/body-named.ts";

export interface IntakeInput {
  file: string;
  text: string;
  sha256?: string;
  publishedOn?: PartialDate;
  /** The language of the engine's own sentences (why, doubts); by default that of the text. */
  sayIn?: Language;
}

/**
 * Reads a text in French, Arabic or English and proposes a draft in the format `iltizam-draft/1`.
 * `publishedOn` is what the caller knows of the publication: it tells earlier agreements from new ones and is never
 * written into the draft, whose dates are only those of the text.
 * `sha256` is that of the file when it is not the text itself (pdf, docx); otherwise it is computed from the text.
 */
export function intake(input: IntakeInput): Draft {
  return intakeInWords(input).draft;
}

/** As `intake`, with each sentence of the engine in the three languages, by the sentence that stands in the draft. */
export function intakeInWords(input: IntakeInput): { draft: Draft; words: Record<string, Said> } {
  const sha256 = input.sha256 ?? createHash("sha256").update(input.text, "utf8").digest("hex");
  const { file, text, publishedOn = null, sayIn } = input;
  const draft = draftOf({ file, text, sha256, publishedOn });
  return saidIn(draft, sayIn ?? (draft.source.language as Language));
}
