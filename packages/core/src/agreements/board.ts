// The columns of the board follow from type and state; they are stored nowhere.
import { z } from "zod";
import type { AgreementType, State } from "./model.ts";

export const boardColumns = [
  "intention",
  "memorandum",
  "drafting",
  "verification",
  "approval",
  "signed",
  "in_force",
  "suspended",
  "closing",
  "ended",
] as const;
export const boardColumnName = z.enum(boardColumns);
export type BoardColumn = (typeof boardColumns)[number];

const columnOfState: Readonly<Record<State, BoardColumn>> = {
  lead: "intention",
  drafting: "drafting",
  verification: "verification",
  approved: "approval",
  signed: "signed",
  in_force: "in_force",
  suspended: "suspended",
  closing: "closing",
  closed: "ended",
  given_up: "ended",
  terminated: "ended",
  renewed: "ended",
};

/**
 * The column of the board: it follows from type and state. A letter of intent stands under intention and a memorandum
 * under memorandum as long as they live; what they lead to is an agreement of its own.
 */
export function boardColumn(type: AgreementType | null, at: State): BoardColumn {
  const column = columnOfState[at];
  if (column === "suspended" || column === "closing" || column === "ended") return column;
  if (type === "letter_of_intent") return "intention";
  return type === "mou" ? "memorandum" : column;
}
