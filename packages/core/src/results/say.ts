// The words of a fact's standing, for lists, the command line and reports.
import type { z } from "zod";
import { type Locale, message } from "../kernel/index.ts";
import type { factStanding } from "./queries.ts";

/** What a fact counts for, as a person reads it. */
export function sayStanding(locale: Locale, standing: z.infer<typeof factStanding>): string {
  return message(locale, "results", `counting.${standing}`);
}

/** Why a fact does not count: one of the reasons of refusal_of (migrations/0005_posting.sql). */
export function sayRefusal(locale: Locale, reason: string): string {
  return message(locale, "results", `reason.${reason}`);
}
