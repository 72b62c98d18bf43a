// Requests of persons: their kinds, steps and deadlines.
import { z } from "zod";

export const requestKinds = ["access", "correction", "erasure", "objection"] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = ["received", "identified", "decided", "done"] as const;
export type RequestState = (typeof requestStates)[number];

export const requestDecisions = ["granted", "partly", "refused"] as const;

/** From which states a step starts, and where it leads. */
export const steps = {
  identify: { from: ["received", "identified"], to: "identified" },
  decide: { from: ["identified"], to: "decided" },
  refuse: { from: ["received", "identified"], to: "done" },
  complete: { from: ["decided"], to: "done" },
} as const satisfies Readonly<Record<string, { from: readonly RequestState[]; to: RequestState }>>;
export type Step = keyof typeof steps;

export const mayStep = (step: Step, state: RequestState): boolean =>
  (steps[step].from as readonly RequestState[]).includes(state);

/**
 * Days within which a request is answered, from the day of receipt. Law 09-08, article 8: ten clear days for what is to
 * be corrected or erased, counted here as ten days so as never to be late. For access the law gives no number: thirty
 * days are this installation's own rule.
 */
const daysToAnswer: Readonly<Record<RequestKind, number>> = {
  access: 30,
  correction: 10,
  erasure: 10,
  objection: 10,
};

/** @example deadlineOf("erasure", "2026-02-25") // "2026-03-07" */
export function deadlineOf(kind: RequestKind, receivedOn: string): string {
  const day = new Date(`${receivedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + daysToAnswer[kind]);
  return day.toISOString().slice(0, 10);
}

/** What may be due for deletion, each with a term of its own. */
export const dueKinds = ["identity", "contact", "request", "complaint"] as const;
export type DueKind = (typeof dueKinds)[number];

export const reason = z.string().trim().min(3).max(500);
