// Tokens: 256 random bits that only their holder keeps. Their hash needs no slowness: nobody guesses 256 bits.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new token as text for a cookie, an address or a header, and the hash to keep. */
export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

export function sameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/** Random letters that nobody mistakes for one another. */
export function randomLetters(count: number): string {
  return Array.from(randomBytes(count), (byte) => letters[byte % letters.length]).join("");
}
