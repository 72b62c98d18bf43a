// The words of identity and its pure rules: states, lifetimes, how a mail and a network are read.
import { isIPv4, isIPv6 } from "node:net";
import { z } from "zod";
import { roles } from "../kernel/index.ts";

export const userState = z.enum(["invited", "active", "disabled"]);
export type UserState = z.output<typeof userState>;

export const sessionMethod = z.enum(["password", "second_factor", "provider", "demo", "link"]);
export type SessionMethod = z.output<typeof sessionMethod>;

export const language = z.enum(["fr", "ar", "en"]);
export const role = z.enum(roles);

export const mailAddress = z.email().max(254);
export const personName = z.string().trim().min(1).max(120);
/** Read as it was typed: a password is never trimmed. Its rules are in `refuseWeakPassword`. */
export const givenPassword = z.string().min(1).max(1000);
export const tokenText = z.string().min(20).max(200);

/** From where somebody comes: never kept as it is. */
export const from = z.object({ address: z.string().max(64), device: z.string().max(120) });
export type From = z.output<typeof from>;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long things hold, in milliseconds. A session ends when it was not used for `idle`, or after `session`. */
export const lifetimes = {
  session: 7 * day,
  idle: 12 * hour,
  formerToken: minute,
  invitation: 7 * day,
  reset: hour,
  secondFactor: 10 * minute,
  provider: 10 * minute,
  /** A use of a session or a key is written down at most this often. */
  useNoted: minute,
  apiKeyAtMost: 400 * day,
} as const;

export const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds);

/** The same mail in any spelling of its letters. */
export const foldMail = (mail: string) => mail.trim().normalize("NFKC").toLowerCase();

/**
 * The network of an address: 24 bits of IPv4, 48 of IPv6. This much is kept to recognise a place, and no more.
 * @example networkOf("203.0.113.77") → "203.0.113.0/24"; networkOf("127.0.0.1") → "this machine"
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, "").replace(/%.*$/, "");
  if (isIPv4(plain)) {
    if (plain.startsWith("127.")) return "this machine";
    return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  }
  if (!isIPv6(plain)) return "unknown";
  if (plain === "::1") return "this machine";
  const groups = expand(plain).slice(0, 3);
  return `${groups.join(":")}::/48`;
}

function expand(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...(tail === undefined ? [] : zeros), ...right];
}
