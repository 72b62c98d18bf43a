// The life of a call as one table: from, to, which act, who may. What must be true besides stands in each act.
import type { CallState } from "./model.ts";
import type { CallPermission } from "./permissions.ts";

interface Transition {
  readonly act: string;
  readonly from: readonly CallState[];
  readonly to: CallState;
  readonly permission: CallPermission;
}

const table = [
  { act: "open", from: ["prepared"], to: "open", permission: "calls.open" },
  { act: "close", from: ["open"], to: "closed", permission: "calls.prepare" },
  { act: "close_scoring", from: ["closed"], to: "scored", permission: "calls.prepare" },
  { act: "decide", from: ["scored"], to: "decided", permission: "calls.decide" },
  { act: "publish", from: ["decided"], to: "published", permission: "calls.open" },
  {
    act: "cancel",
    from: ["prepared", "open", "closed", "scored"],
    to: "cancelled",
    permission: "calls.open",
  },
] as const satisfies readonly Transition[];

export type CallStep = (typeof table)[number]["act"];
export const callTransitions: readonly (Transition & { readonly act: CallStep })[] = table;
export const callSteps: readonly CallStep[] = table.map(({ act }) => act);

/** The row by which the act leads away from here; undefined when it does not. */
export const transitionFrom = (state: CallState, act: CallStep) =>
  callTransitions.find((row) => row.act === act && row.from.includes(state));

/** What may be done from here. */
export const stepsFrom = (state: CallState): CallStep[] =>
  callTransitions.filter(({ from }) => from.includes(state)).map(({ act }) => act);
