import type { Event } from "../../api/read.ts";

export const eventKinds = [
  ...(["seminar", "regional_assizes", "study_visit", "signing_ceremony", "conference"] as const),
  ...([
    "launch_ceremony",
    "progress_meeting",
    "job_fair",
    "official_visit",
    "press_release",
    "forum",
  ] as const),
  ...(["council_session", "board_meeting", "committee", "other"] as const),
] satisfies readonly Event["kind"][];

export const partKinds = [
  ...(["round_table", "workshop", "visit", "meeting", "signing", "other"] as const),
] satisfies readonly Event["parts"][number]["kind"][];

export const attendanceRoles = [
  ...(["chair", "host", "organiser", "co_organiser", "speaker", "signatory_representative"] as const),
  ...(["guest", "delegation", "beneficiary", "attendee"] as const),
] satisfies readonly Event["participants"][number]["role"][];

export const relations = [
  ...(["discussed_at", "decided_at", "announced_at", "signed_at", "framework_of"] as const),
] satisfies readonly Event["agreements"][number]["relation"][];
