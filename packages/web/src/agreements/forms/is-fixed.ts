import type { Agreement } from "../../api/read.ts";

const before: ReadonlySet<Agreement["state"]> = new Set(["lead", "drafting", "verification", "approved"]);

/** Whether a recorded text fixes the agreement, as the register says it: an amendment then changes it. */
export function isFixed(agreement: Agreement): boolean {
  if (before.has(agreement.state) || agreement.reported) return false;
  return !agreement.legacy || agreement.signedDocumentId !== null;
}
