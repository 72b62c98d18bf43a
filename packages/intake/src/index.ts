import { createHash } from "node:crypto";
import type { Draft, PartialDate } from "./draft/model.ts";
import { draftOf } from "./intake.ts";

export { checkDraft, type Finding } from "./draft/check.ts";
export type * from "./draft/model.ts";

/**
 * Reads a text in French, Arabic or English and proposes a draft in the format `iltizam-draft/1`.
 * `publishedOn` is what the caller knows of the publication: it tells earlier agreements from new ones and is never
 * written into the draft, whose dates are only those of the text.
 * `sha256` is that of the file when it is not the text itself (pdf, docx); otherwise it is computed from the text.
 */
export function intake(input: {
  file: string;
  text: string;
  sha256?: string;
  publishedOn?: PartialDate;
}): Draft {
  const sha256 = input.sha256 ?? createHash("sha256").update(input.text, "utf8").digest("hex");
  const { file, text, publishedOn = null } = input;
  return draftOf({ file, text, sha256, publishedOn });
}
