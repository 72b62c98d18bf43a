// The words of a diagnosis: states, who takes part, workshops, marks. Pure rules, no I/O.
import { z } from "zod";

export const states = ["preparing", "listening", "ranking", "answering", "ended", "abandoned"] as const;
export const state = z.enum(states);
export type State = z.infer<typeof state>;

export const diagnosisReference = z.string().regex(/^[A-Z0-9-]{3,32}$/, "3 to 32 of A-Z, 0-9 and -");

export const actorRole = z.enum(["leads", "facilitates", "takes_part", "expert"]);
export const workshopKind = z.enum(["workshop", "round_table", "interviews", "site_visit"]);
export const language = z.enum(["fr", "ar", "en"]);

export const sexes = ["F", "M", "U"] as const;
/** The bands of the ledger; U: nobody counted by age. */
export const ageBands = ["15-24", "25-34", "35-44", "45-59", "60+", "U"] as const;

/** How many came of one sex and one age band. */
export const attendanceCell = z.object({
  sex: z.enum(sexes),
  ageBand: z.enum(ageBands),
  headcount: z.int().min(1).max(100_000),
});
export type AttendanceCell = z.infer<typeof attendanceCell>;

/** The cell that stands twice in a count, if one does. */
export function cellTwice(cells: readonly AttendanceCell[]): AttendanceCell | undefined {
  return cells.find(
    (cell, at) => cells.findIndex((one) => one.sex === cell.sex && one.ageBand === cell.ageBand) < at,
  );
}

export const rankingKind = z.enum(["votes", "criteria"]);
export const actionState = z.enum(["proposed", "retained", "rejected"]);
