// Whether a partner may be signed with: the latest verification, and how old it is. No I/O.
import { z } from "zod";
import { needsVerification, type OrganisationKind, verificationHoldsDays } from "../organisations/index.ts";

export const verificationState = z.enum(["not_needed", "missing", "refused", "expired", "verified"]);
export type VerificationState = z.infer<typeof verificationState>;

interface Checked {
  readonly kind: OrganisationKind;
  readonly outcome: "accepted" | "refused" | null;
  readonly checkedOn: string | null;
}

/** @example verificationOf({ kind: "company", outcome: "accepted", checkedOn: "2024-01-10" }, "2026-01-01") // "expired" */
export function verificationOf({ kind, outcome, checkedOn }: Checked, day: string): VerificationState {
  if (!needsVerification(kind)) return "not_needed";
  if (outcome === null || checkedOn === null) return "missing";
  if (outcome === "refused") return "refused";
  const age = (Date.parse(day) - Date.parse(checkedOn)) / 86_400_000;
  return age > verificationHoldsDays ? "expired" : "verified";
}
