// Passwords: long, not among those that were stolen before, and not about oneself. Nothing is asked of their letters.

import { isBreachedPassword, isCommonWords } from "@iltizam/reference";
import { hash, verify } from "@node-rs/argon2";
import { identityErrors } from "./errors.ts";

export const shortestPassword = 12;
const longestPassword = 200;

/** Argon2id with what OWASP asks for at least: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same letters from every keyboard (NIST SP 800-63B 5.1.1.2). */
const normal = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

let nobodys: Promise<string> | undefined;

/** Whether the password is the one of the hash. Without a hash it works as long, and says no. */
export async function passwordMatches(kept: string | null | undefined, password: string): Promise<boolean> {
  const given = normal(password).slice(0, longestPassword);
  nobodys ??= hashPassword("the password of nobody");
  const matches = await verify(kept ?? (await nobodys), given);
  return matches && kept !== null && kept !== undefined;
}

/**
 * @param about the mail and the name of the owner: a password made of them is the first that is tried
 * @throws `identity.password_short`, `password_long`, `password_breached`, `password_personal`
 */
export function refuseWeakPassword(password: string, about: readonly string[]): void {
  const given = normal(password);
  const length = [...given].length;
  if (length < shortestPassword) throw identityErrors.password_short({ least: shortestPassword });
  if (length > longestPassword) throw identityErrors.password_long({ most: longestPassword });
  const plain = given.toLowerCase();
  if (isBreachedPassword(given) || isCommonWords(given) || isRepetition(plain) || isRun(plain))
    throw identityErrors.password_breached();
  const names = about
    .flatMap((text) => text.toLowerCase().split(/[\s@._+-]+/))
    .filter((word) => word.length > 3);
  const rest = [...names, "iltizam"].reduce((left, word) => left.replaceAll(word, ""), plain);
  if (rest.replace(/[\d\W_]/gu, "").length < 4 && rest !== plain) throw identityErrors.password_personal();
}

/** «abcabcabcabc», «aaaaaaaaaaaa»: four letters or fewer, again and again. */
const isRepetition = (text: string) => /^(.{1,6}?)\1+$/su.test(text);

/** Every letter follows on the one before: «123456789012», «abcdefghijkl». */
function isRun(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, place) => code - (codes[place] ?? 0));
  return steps.filter((step) => Math.abs(step) === 1 || step === -9).length >= steps.length;
}
