// The kinds of alarms, and where one acts upon each. No I/O.
import { attestationTerm } from "../organisations/index.ts";

export const alarmKinds = [
  "committee_not_held",
  "report_overdue",
  "letter_without_follow_up",
  "next_action_overdue",
  "decision_overdue",
  "recommendation_overdue",
  "dormant",
  "attestation_ends",
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/**
 * What is set by head office: months without a follow-up of a letter of intent, and without a sign of life; months before
 * its end in which an attestation is asked for again.
 */
export const alarmTerms = ["letter", "dormant", "attestation"] as const;
export type AlarmTerm = (typeof alarmTerms)[number];
export const termNames = {
  letter: "alarms.letter",
  dormant: "alarms.dormant",
  attestation: attestationTerm.name,
} as const satisfies Readonly<Record<AlarmTerm, string>>;
/** What holds until something else is set. */
export const givenMonths: Readonly<Record<AlarmTerm, number>> = {
  letter: 3,
  dormant: 12,
  attestation: attestationTerm.givenMonths,
};

/** Of the points of attestations so many are named where a sentence has room for some; the others are counted. */
export const mostPointsNamed = 3;

/** The part of the page of the agreement (of the partner) on which one acts. */
const parts: Readonly<Record<AlarmKind, string>> = {
  committee_not_held: "#committees",
  report_overdue: "#reports",
  letter_without_follow_up: "",
  next_action_overdue: "",
  decision_overdue: "#committees",
  recommendation_overdue: "#committees",
  dormant: "#reports",
  attestation_ends: "#verification",
};

/** The address in the web application where one acts upon it: a decision at its meeting, an attestation in its partner's file. */
export function placeToAct(
  kind: AlarmKind,
  { agreement, meeting, owner }: { agreement: string; meeting?: string | null; owner?: string | undefined },
): string {
  if (kind === "decision_overdue" && meeting) return `/meetings/${meeting}`;
  const page = kind === "attestation_ends" && owner ? `/partners/${owner}` : `/agreements/${agreement}`;
  return `${page}${parts[kind]}`;
}
