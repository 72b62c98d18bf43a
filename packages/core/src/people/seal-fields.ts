// Encryption of a person's fields with her own data key, and of that key with the master key (AES-256-GCM). A sealed
// value is nonce ‖ ciphertext ‖ tag and opens only for the subject that it was sealed for.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeyGeneration, KeyRing } from "../kernel/index.ts";
import { currentKeys } from "./document.ts";
import { peopleErrors } from "./errors.ts";

const nonceBytes = 12;
const tagBytes = 16;

/** Seals the bytes under a 32-byte key, bound to what they are for. */
export function sealBytes(key: Buffer, bytes: Buffer, boundTo: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws `people.sealed_unreadable` when the key is another, the bytes changed, or they are for somebody else. */
export function openBytes(key: Buffer, sealed: Buffer, boundTo: string): Buffer {
  try {
    const end = sealed.length - tagBytes;
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()]);
  } catch {
    throw peopleErrors.sealed_unreadable();
  }
}

export interface WrappedKey {
  readonly wrapped: Buffer;
  readonly number: number;
}

/** A new data key for a person, and its wrapped form for the table. @throws `people.keys_missing` */
export function newDataKey(
  keys: KeyRing | undefined,
  subject: string,
): WrappedKey & { readonly dataKey: Buffer } {
  const { master, number } = currentKeys(keys);
  const dataKey = randomBytes(32);
  return { dataKey, number, wrapped: sealBytes(master, dataKey, `key ${number} ${subject}`) };
}

/** @throws `people.keys_missing`, `people.key_unknown`, `people.sealed_unreadable` */
export function openDataKey(
  keys: KeyRing | undefined,
  subject: string,
  { wrapped, number }: WrappedKey,
): Buffer {
  currentKeys(keys);
  const generation = keys?.generations.get(number);
  if (generation === undefined) throw peopleErrors.key_unknown({ number });
  return openBytes(generation.master, wrapped, `key ${number} ${subject}`);
}

/** A data key as the next generation wraps it. @throws `people.sealed_unreadable` */
export function rewrap(
  from: KeyGeneration & { readonly number: number },
  to: KeyGeneration & { readonly number: number },
  boundTo: string,
  wrapped: Buffer,
): Buffer {
  const dataKey = openBytes(from.master, wrapped, `key ${from.number} ${boundTo}`);
  return sealBytes(to.master, dataKey, `key ${to.number} ${boundTo}`);
}

/** A JSON value sealed with a person's data key: for her row in the vault and for journal values about her. */
export function sealValue(dataKey: Buffer, subject: string, value: unknown): Buffer {
  return sealBytes(dataKey, Buffer.from(JSON.stringify(value)), subject);
}

export function openValue(dataKey: Buffer, subject: string, sealed: Buffer): unknown {
  return JSON.parse(openBytes(dataKey, sealed, subject).toString());
}
