// What is late on a day, from what the register holds: promises behind, an action whose day has passed, a period that
// is over while the agreement still lives.
import { endedStates } from "../agreements/ended-states.ts";
import type { Agreement, StandingRow } from "../api/read.ts";

export type Late =
  | { readonly kind: "promise"; readonly row: StandingRow }
  | { readonly kind: "action"; readonly action: string; readonly on: string }
  | { readonly kind: "period"; readonly to: string };

type Dated = Pick<Agreement, "state" | "periodTo" | "nextAction" | "nextActionOn">;

/** Late things, promises first; none of them is a matter of mood. `day`: YYYY-MM-DD. */
export function lateOf(agreement: Dated, rows: readonly StandingRow[], day: string): Late[] {
  const { state, periodTo, nextAction, nextActionOn } = agreement;
  const late: Late[] = rows.filter((row) => row.state === "late").map((row) => ({ kind: "promise", row }));
  if (nextAction !== null && nextActionOn !== null && nextActionOn < day) {
    late.push({ kind: "action", action: nextAction, on: nextActionOn });
  }
  const isLiving = state !== "closing" && !endedStates.has(state);
  if (periodTo !== null && periodTo < day && isLiving) late.push({ kind: "period", to: periodTo });
  return late;
}

/** Whether lateness can be judged at all: some promise or the agreement itself has an end. */
export function hasDeadline(agreement: Pick<Agreement, "periodTo">, rows: readonly StandingRow[]): boolean {
  return agreement.periodTo !== null || rows.some((row) => row.deadline !== null);
}
