// What the address of the list of texts may say: which of them are shown.
import type { IntakeState } from "../model/intake.ts";

export const shownStates = ["open", "recorded", "nothing"] as const satisfies readonly IntakeState[];

export interface IntakesSearch {
  /** Absent: those that wait for review. */
  readonly state?: (typeof shownStates)[number];
}

export function readIntakesSearch(given: Readonly<Record<string, unknown>>): IntakesSearch {
  const state = shownStates.find((one) => one === given.state);
  return state === undefined ? {} : { state };
}
