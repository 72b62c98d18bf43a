// An identity document, and the keyed hash by which the vault knows it. The number itself is in no table but encrypted.
import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import type { KeyGeneration, KeyRing } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";

export const documentTypes = ["cin", "passport", "residence_permit", "cnss", "other"] as const;

export const documentOf = z.object({
  type: z.enum(documentTypes).default("cin"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "a country in two capital letters, as MA")
    .default("MA"),
  number: z.string().trim().min(3).max(40),
});
export type Document = z.output<typeof documentOf>;

const easternDigits = /[٠-٩۰-۹]/g;

/**
 * The number as it is hashed: Western digits, capitals, nothing but letters and digits, no leading zeros in the digits
 * of a CIN («AB 012345» and «ab12345» are one card).
 */
export function normaliseNumber(type: Document["type"], number: string): string {
  const western = number
    .normalize("NFKC")
    .replace(easternDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  const plain = western.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  return type === "cin" ? plain.replace(/^([A-Z]{1,2})0+(?=[0-9])/, "$1") : plain;
}

/** @throws `people.keys_missing` */
export function currentKeys(keys: KeyRing | undefined): KeyGeneration & { readonly number: number } {
  const generation = keys?.generations.get(keys.current);
  if (keys === undefined || generation === undefined) throw peopleErrors.keys_missing();
  return { ...generation, number: keys.current };
}

// Making a key from its bytes costs five times the hash itself: a file of a million rows makes it once.
const secrets = new WeakMap<Buffer, KeyObject>();

function secretOf(bytes: Buffer): KeyObject {
  const known = secrets.get(bytes) ?? createSecretKey(bytes);
  secrets.set(bytes, known);
  return known;
}

/** HMAC-SHA-256 of type ‖ country ‖ normalised number under the lookup key. @throws `people.keys_missing` */
export function documentHash(keys: KeyRing | undefined, document: Document): Buffer {
  const text = [document.type, document.country, normaliseNumber(document.type, document.number)].join(
    "\u0000",
  );
  return createHmac("sha256", secretOf(currentKeys(keys).lookup))
    .update(text)
    .digest();
}
