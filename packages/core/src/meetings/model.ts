// The words of events: kinds, parts, roles. No I/O.
import { z } from "zod";

export const eventReference = z.string().regex(/^[A-Z0-9-]{3,32}$/, "3 to 32 of A-Z, 0-9 and -");

/** The kinds of `iltizam-draft/1`, committees, and audits, whose decisions are what the auditor recommends. */
export const eventKind = z.enum([
  "seminar",
  "regional_assizes",
  "study_visit",
  "signing_ceremony",
  "conference",
  "launch_ceremony",
  "progress_meeting",
  "job_fair",
  "official_visit",
  "press_release",
  "forum",
  "council_session",
  "board_meeting",
  "committee",
  "audit",
  "other",
]);

export const partKind = z.enum(["round_table", "workshop", "visit", "meeting", "signing", "other"]);

export const attendanceRole = z.enum([
  "chair",
  "host",
  "organiser",
  "co_organiser",
  "speaker",
  "signatory_representative",
  "guest",
  "delegation",
  "beneficiary",
  "attendee",
]);

export const topicKind = z.enum(["objective", "topic", "mission", "context"]);

export const agreementRelation = z.enum([
  "announced_at",
  "signed_at",
  "decided_at",
  "framework_of",
  "discussed_at",
]);

/** The assertions that say it, with the field that each gives. */
export const citations = z.array(z.object({ assertion: z.uuid(), field: z.string().max(200) })).default([]);
export type Citation = z.output<typeof citations>[number];
