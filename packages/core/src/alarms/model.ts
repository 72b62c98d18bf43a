// The kinds of alarms, and where one acts upon each. No I/O.

export const alarmKinds = [
  "committee_not_held",
  "report_overdue",
  "letter_without_follow_up",
  "next_action_overdue",
  "decision_overdue",
  "recommendation_overdue",
  "dormant",
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** What is set by head office: months without a follow-up of a letter of intent, and without a sign of life. */
export const alarmTerms = ["letter", "dormant"] as const;
export type AlarmTerm = (typeof alarmTerms)[number];
export const termNames = {
  letter: "alarms.letter",
  dormant: "alarms.dormant",
} as const satisfies Readonly<Record<AlarmTerm, string>>;
/** What holds until something else is set. */
export const givenMonths: Readonly<Record<AlarmTerm, number>> = { letter: 3, dormant: 12 };

/** The part of the agreement's page on which one acts, or the page of the meeting that decided. */
const parts: Readonly<Record<AlarmKind, string>> = {
  committee_not_held: "#committees",
  report_overdue: "#reports",
  letter_without_follow_up: "",
  next_action_overdue: "",
  decision_overdue: "#committees",
  recommendation_overdue: "#committees",
  dormant: "#reports",
};

/** The address in the web application where one acts upon it. */
export function placeToAct(kind: AlarmKind, agreement: string, meeting: string | null): string {
  return kind === "decision_overdue" && meeting !== null
    ? `/meetings/${meeting}`
    : `/agreements/${agreement}${parts[kind]}`;
}
