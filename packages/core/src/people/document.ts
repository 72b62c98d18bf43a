// An identity document, and the keyed hash by which the vault knows it. The number itself is in no table but encrypted.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from "node:crypto";
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

const plainText = ({ type, country, number }: Document) =>
  [type, country, normaliseNumber(type, number)].join("\u0000");

/** HMAC-SHA-256 of type ‖ country ‖ normalised number under the lookup key. @throws `people.keys_missing` */
export function documentHash(keys: KeyRing | undefined, document: Document): Buffer {
  return hashUnder(currentKeys(keys), plainText(document));
}

function hashUnder({ lookup }: KeyGeneration, text: string): Buffer {
  return createHmac("sha256", secretOf(lookup)).update(text).digest();
}

/**
 * The document as it is looked up and kept: its hash (32 bytes), then its text encrypted under the master key, from which
 * a rotation of keys hashes it anew. The hash, which nobody can make without the key, is the counter's beginning and the
 * proof that the text was not changed; so the same document gives the same bytes. @throws `people.keys_missing`
 */
export function sealedDocument(keys: KeyRing | undefined, document: Document): Buffer {
  return sealUnder(currentKeys(keys), plainText(document));
}

function sealUnder(generation: KeyGeneration, text: string): Buffer {
  const hash = hashUnder(generation, text);
  const cipher = createCipheriv(algorithm, documentSecret(generation), hash.subarray(0, counterBytes));
  return Buffer.concat([hash, cipher.update(text)]);
}

const algorithm = "aes-256-ctr";
const counterBytes = 16;

const documentSecrets = new WeakMap<Buffer, KeyObject>();

/** A key of its own for documents, so that its counters meet no other ones. */
function documentSecret({ master }: KeyGeneration): KeyObject {
  const known =
    documentSecrets.get(master) ??
    createSecretKey(createHmac("sha256", secretOf(master)).update("iltizam documents").digest());
  documentSecrets.set(master, known);
  return known;
}

export interface KeptDocument {
  readonly hash: Buffer;
  readonly sealed: Buffer;
}

/** Reads a kept document under the keys that it was kept with. @throws `people.sealed_unreadable` */
function openText(generation: KeyGeneration, { hash, sealed }: KeptDocument): string {
  const decipher = createDecipheriv(algorithm, documentSecret(generation), hash.subarray(0, counterBytes));
  const text = decipher.update(sealed).toString();
  if (!hashUnder(generation, text).equals(hash)) throw peopleErrors.sealed_unreadable();
  return text;
}

/** The document itself: for what the person is entitled to read about herself. @throws `people.sealed_unreadable` */
export function openDocument(generation: KeyGeneration, kept: KeptDocument): Document {
  const [type, country, number] = openText(generation, kept).split("\u0000");
  return documentOf.parse({ type, country, number });
}

/** A kept document under other keys. @throws `people.sealed_unreadable` */
export function sealAnew(from: KeyGeneration, to: KeyGeneration, kept: KeptDocument): KeptDocument {
  const both = sealUnder(to, openText(from, kept));
  return { hash: both.subarray(0, 32), sealed: both.subarray(32) };
}
