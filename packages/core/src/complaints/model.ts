import { createHash, randomInt } from "node:crypto";
import { z } from "zod";

const line = z.string().trim().max(300);

/** What a person tells; only what happened is asked for. */
export const told = z.object({
  what: z.string().trim().min(10).max(4000),
  where: line.optional(),
  when: line.optional(),
  /** The agreement, agency, company or programme, in her own words. */
  about: line.optional(),
  /** Who asked. */
  who: line.optional(),
  /** How she may be reached; never asked for. */
  contact: line.optional(),
});
export type Told = z.infer<typeof told>;

export const states = ["received", "examined", "decided"] as const;
export const decisions = ["founded", "unfounded", "passed_on"] as const;

/** Thirty-two signs without I, L, O and U: nothing that is read for another one, no word by chance. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Sixty bits, in three groups that can be read out on the phone: `7KQ2-9FHM-X3TD`. */
export function makeReceipt(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join("");
  return [group(), group(), group()].join("-");
}

const likenesses: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" };

/** A receipt as it is typed: small letters, spaces, a letter for a digit. */
export const receipt = z
  .string()
  .max(40)
  .transform((typed) =>
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, "")
      .replace(/[ILO]/g, (sign) => likenesses[sign] ?? sign),
  )
  .pipe(z.string().regex(/^[0-9A-Z]{12}$/, "a receipt as 7KQ2-9FHM-X3TD"));

export function receiptHash(given: string): Buffer {
  return createHash("sha256").update(given.replaceAll("-", "")).digest();
}
