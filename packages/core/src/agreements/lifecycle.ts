// The life of an agreement as one table: from, to, which act, who may, what must be true. Everything else about states
// (board, what to do next, refusals) is read from it.
import { type AgreementKind, type State, states } from "./model.ts";
import type { AgreementPermission } from "./permissions.ts";

/** The guards that this folder answers. */
export const ownGuards = [
  "parties_complete",
  "partner_verified",
  "approved_by_bodies",
  "text_recorded",
  "signatures_complete",
  "suspension_recorded",
  "termination_recorded",
  "successor_linked",
  "members_signed",
  "members_in_force",
  "members_ended",
] as const;
/** The guards that folders of higher floors answer, through `ctx.guards`. */
export const outsideGuards = ["figures_have_indicator", "committees_installed", "closure_recorded"] as const;
export type OwnGuard = (typeof ownGuards)[number];
export type OutsideGuard = (typeof outsideGuards)[number];
export type GuardName = OwnGuard | OutsideGuard;

export interface Transition {
  readonly act: string;
  readonly kinds: readonly AgreementKind[];
  readonly from: readonly State[];
  readonly to: State;
  readonly permission: AgreementPermission;
  readonly guards: readonly GuardName[];
  /** The new state rests on a press report. */
  readonly reported?: true;
  /** Only from a state that rests on a press report. */
  readonly onlyReported?: true;
}

/** Signed by parties: the whole life. A letter of intent and a memorandum are instruments of their own type. */
const signed: readonly AgreementKind[] = ["instrument", "contract_programme"];
/** Adopted, not signed: a programme or plan has no verification of partners and no signature. */
const adopted: readonly AgreementKind[] = ["programme", "plan"];
/** Stands for several instruments: its life is a summary of theirs. */
const bundle: readonly AgreementKind[] = ["bundle"];
const early: readonly State[] = ["lead", "drafting", "verification", "approved"];

const table = [
  {
    act: "start_drafting",
    kinds: [...signed, ...adopted, ...bundle],
    from: ["lead"],
    to: "drafting",
    permission: "agreements.draft",
    guards: [],
  },
  {
    act: "submit_for_verification",
    kinds: signed,
    from: ["drafting"],
    to: "verification",
    permission: "agreements.draft",
    guards: ["parties_complete", "figures_have_indicator"],
  },
  {
    act: "send_back",
    kinds: [...signed, ...adopted],
    from: ["verification", "approved"],
    to: "drafting",
    permission: "agreements.review",
    guards: [],
  },
  {
    act: "approve",
    kinds: signed,
    from: ["verification"],
    to: "approved",
    permission: "agreements.review",
    guards: ["partner_verified", "figures_have_indicator", "approved_by_bodies"],
  },
  {
    act: "approve",
    kinds: adopted,
    from: ["drafting"],
    to: "approved",
    permission: "agreements.review",
    guards: ["approved_by_bodies"],
  },
  {
    act: "sign",
    kinds: signed,
    from: ["approved"],
    to: "signed",
    permission: "agreements.sign",
    guards: ["parties_complete", "partner_verified", "text_recorded", "signatures_complete"],
  },
  {
    act: "sign",
    kinds: bundle,
    from: ["lead", "drafting"],
    to: "signed",
    permission: "agreements.sign",
    guards: ["members_signed"],
  },
  {
    act: "sign",
    kinds: bundle,
    from: ["signed"],
    to: "signed",
    permission: "agreements.sign",
    guards: ["members_signed"],
    onlyReported: true,
  },
  {
    act: "report_signature",
    kinds: [...signed, ...bundle],
    from: early,
    to: "signed",
    permission: "agreements.report",
    guards: [],
    reported: true,
  },
  {
    act: "put_in_force",
    kinds: signed,
    from: ["signed"],
    to: "in_force",
    permission: "agreements.execute",
    guards: ["text_recorded", "committees_installed"],
  },
  {
    act: "put_in_force",
    kinds: adopted,
    from: ["approved"],
    to: "in_force",
    permission: "agreements.execute",
    guards: [],
  },
  {
    act: "put_in_force",
    kinds: bundle,
    from: ["signed"],
    to: "in_force",
    permission: "agreements.execute",
    guards: ["members_in_force"],
  },
  {
    act: "suspend",
    kinds: [...signed, ...adopted],
    from: ["in_force"],
    to: "suspended",
    permission: "agreements.execute",
    guards: ["suspension_recorded"],
  },
  {
    act: "resume",
    kinds: [...signed, ...adopted],
    from: ["suspended"],
    to: "in_force",
    permission: "agreements.execute",
    guards: [],
  },
  {
    act: "start_closing",
    kinds: [...signed, ...adopted, ...bundle],
    from: ["in_force", "suspended"],
    to: "closing",
    permission: "agreements.close",
    guards: [],
  },
  {
    act: "close",
    kinds: signed,
    from: ["closing"],
    to: "closed",
    permission: "agreements.close",
    guards: ["members_ended", "closure_recorded"],
  },
  {
    act: "close",
    kinds: [...adopted, ...bundle],
    from: ["closing"],
    to: "closed",
    permission: "agreements.close",
    guards: ["members_ended"],
  },
  {
    act: "terminate",
    kinds: [...signed, ...adopted, ...bundle],
    from: early,
    to: "given_up",
    permission: "agreements.terminate",
    guards: [],
  },
  {
    act: "terminate",
    kinds: [...signed, ...adopted],
    from: ["signed", "in_force", "suspended", "closing"],
    to: "terminated",
    permission: "agreements.terminate",
    guards: ["termination_recorded"],
  },
  {
    act: "terminate",
    kinds: bundle,
    from: ["signed", "in_force", "closing"],
    to: "terminated",
    permission: "agreements.terminate",
    guards: ["members_ended"],
  },
  {
    act: "renew",
    kinds: [...signed, ...adopted],
    from: ["in_force", "closing", "closed"],
    to: "renewed",
    permission: "agreements.close",
    guards: ["successor_linked"],
  },
] as const satisfies readonly Transition[];

/** The acts that move an agreement from state to state. */
export type TransitionAct = (typeof table)[number]["act"];
export const transitions: readonly (Transition & { readonly act: TransitionAct })[] = table;
export const transitionActs: readonly TransitionAct[] = [...new Set(table.map((row) => row.act))];

/** Where an agreement stands, as far as the life cycle asks. */
export interface Standing {
  readonly kind: AgreementKind;
  readonly state: State;
  readonly reported: boolean;
}

/** The row of the table for this act, or undefined when the act is not allowed from here. */
export function transitionFor(at: Standing, act: TransitionAct) {
  return transitionsFrom(at).find((row) => row.act === act);
}

/** Every row that leads away from here, whether or not its guards hold. */
export function transitionsFrom({ kind, state: from, reported }: Standing) {
  return transitions.filter(
    (row) => row.kinds.includes(kind) && row.from.includes(from) && (reported || !row.onlyReported),
  );
}

/** The states that a node of this kind can come to, from a lead on. */
export function statesOf(kind: AgreementKind): readonly State[] {
  const rows = transitions.filter((row) => row.kinds.includes(kind));
  const reached = new Set<State>(["lead"]);
  // A set that grows is walked to its end: each state that is reached opens its rows in turn.
  for (const at of reached) for (const row of rows) if (row.from.includes(at)) reached.add(row.to);
  return states.filter((one) => reached.has(one));
}

/** The guards of higher floors that `guards` gives no answer to; the check wants none. */
export function unansweredGuards(guards: Readonly<Record<string, unknown>>): OutsideGuard[] {
  return outsideGuards.filter((name) => guards[name] === undefined);
}
