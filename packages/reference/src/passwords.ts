import { createHash } from "node:crypto";
import { once, readText } from "./table.ts";

const breached = once(() => [new Set(readText("passwords/breached.txt").split("\n"))]);

/** Whether a password of twelve letters or more is among the most frequent of the leaked ones, in any case. */
export function isBreachedPassword(password: string): boolean {
  const hash = createHash("sha1").update(password.toLowerCase()).digest("hex");
  return breached()[0]?.has(hash.slice(0, 10)) === true;
}
