// What each role does next in each state: the key of a sentence `next.<key>` in three languages.
import { type Locale, message, type Role, roles } from "../kernel/index.ts";
import type { BoardColumn } from "./board.ts";
import type { TransitionAct } from "./lifecycle.ts";
import type { State } from "./model.ts";

const special: Readonly<Record<State, Partial<Record<Role, string>>>> = {
  lead: { R1: "contact", R4: "decide_lead", R5: "say_needs", R9: "decide_lead" },
  drafting: {
    R1: "complete_draft",
    R4: "read_draft",
    R5: "comment_draft",
    R6: "comment_draft",
    R7: "plan_contribution",
    R11: "check_data_clause",
  },
  verification: {
    R1: "verify_partner",
    R4: "approve_or_send_back",
    R5: "send_papers",
    R6: "send_papers",
    R7: "put_on_session",
    R9: "approve_or_send_back",
    R11: "check_data_clause",
  },
  approved: {
    R1: "prepare_signature",
    R4: "sign",
    R5: "name_signatory",
    R6: "name_signatory",
    R7: "name_signatory",
    R9: "sign",
  },
  signed: {
    R1: "record_text",
    R4: "put_in_force",
    R5: "name_focal_point",
    R6: "name_focal_point",
    R7: "prepare_first_tranche",
    R8: "install_committee",
    R9: "put_in_force",
  },
  in_force: {
    R1: "watch_reports",
    R2: "record_placements",
    R3: "record_support",
    R4: "validate_results",
    R5: "answer_quarter",
    R6: "report_activity",
    R7: "release_tranches",
    R8: "convene",
    R9: "read_national",
    R10: "sample",
    R11: "check_register",
  },
  suspended: {
    R1: "settle_cause",
    R2: "hold_placements",
    R3: "hold_placements",
    R4: "resume_or_end",
    R7: "hold_payments",
    R8: "examine_suspension",
    R9: "resume_or_end",
  },
  closing: {
    R1: "collect_final_reports",
    R2: "finish_entries",
    R3: "finish_entries",
    R4: "close",
    R5: "send_final_report",
    R6: "send_final_report",
    R7: "settle",
    R8: "adopt_final_report",
    R9: "close",
    R10: "sample",
  },
  closed: {
    R1: "propose_renewal",
    R4: "draw_lessons",
    R9: "draw_lessons",
    R10: "sample",
    R11: "delete_at_term",
  },
  given_up: { R1: "keep_reason", R11: "delete_at_term" },
  terminated: { R1: "keep_reason", R7: "recover_sums", R10: "sample", R11: "delete_at_term" },
  renewed: { R1: "go_to_successor", R4: "go_to_successor", R7: "go_to_successor", R11: "delete_at_term" },
};

/** What the role does next, as a key of the messages; `nothing` when nothing is awaited of it. */
export function nextStep(at: State, role: Role): string {
  return special[at][role] ?? "nothing";
}

/** What every role does next in a state. */
export function nextSteps(at: State): { role: Role; key: string }[] {
  return roles.map((role) => ({ role, key: nextStep(at, role) }));
}

/** The sentence, with a verb, that tells the role what to do next. */
export function nextStepText(locale: Locale, at: State, role: Role): string {
  return message(locale, "agreements", `next.${nextStep(at, role)}`);
}

export function stateLabel(locale: Locale, at: State): string {
  return message(locale, "agreements", `state.${at}`);
}

export function actLabel(locale: Locale, act: TransitionAct): string {
  return message(locale, "agreements", `act.${act}`);
}

export function columnLabel(locale: Locale, column: BoardColumn): string {
  return message(locale, "agreements", `column.${column}`);
}
