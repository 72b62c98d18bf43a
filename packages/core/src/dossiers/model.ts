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

export interface Deadline {
  readonly days: number;
  /** The text on which it rests. */
  readonly source: string;
}

const article8 = "Loi n° 09-08, article 8 : dix jours francs";
/**
 * The terms as they come; the installation may set others (`set_deadline`). Ten clear days are counted here as ten days,
 * so as never to be late.
 */
export const givenDeadlines: Readonly<Record<RequestKind, Deadline>> = {
  access: { days: 30, source: "Règle de l’installation : la loi n° 09-08, article 7, ne fixe pas de délai" },
  correction: { days: 10, source: article8 },
  erasure: { days: 10, source: article8 },
  objection: { days: 10, source: article8 },
};

/** @example lastDay("2026-02-25", 10) // "2026-03-07" */
export function lastDay(receivedOn: string, days: number): string {
  const day = new Date(`${receivedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** What may be due for deletion, each with a term of its own. */
export const dueKinds = ["identity", "contact", "request", "complaint"] as const;
export type DueKind = (typeof dueKinds)[number];

export const reason = z.string().trim().min(3).max(500);
