// The life of a diagnosis as one table, and what may be written in which state.
import type { State } from "./model.ts";
import type { DiagnosisPermission } from "./permissions.ts";

export const steps = ["listen", "rank", "answer", "go_back", "end", "abandon"] as const;
export type StepName = (typeof steps)[number];
export const guardNames = [
  "actors",
  "workshops",
  "findings",
  "merged",
  "ranked",
  "actions",
  "answers",
] as const;
export type GuardName = (typeof guardNames)[number];

export interface Step {
  readonly step: StepName;
  readonly from: State;
  readonly to: State;
  readonly permission: DiagnosisPermission;
  readonly guards: readonly GuardName[];
}

const edit = "diagnosis.edit" as const;
const end = "diagnosis.end" as const;

export const table: readonly Step[] = [
  { step: "listen", from: "preparing", to: "listening", permission: edit, guards: ["actors"] },
  { step: "rank", from: "listening", to: "ranking", permission: edit, guards: ["workshops", "findings"] },
  { step: "answer", from: "ranking", to: "answering", permission: edit, guards: ["merged", "ranked"] },
  { step: "go_back", from: "ranking", to: "listening", permission: edit, guards: [] },
  { step: "go_back", from: "answering", to: "ranking", permission: edit, guards: [] },
  { step: "end", from: "answering", to: "ended", permission: end, guards: ["actions", "answers"] },
  { step: "abandon", from: "preparing", to: "abandoned", permission: end, guards: [] },
  { step: "abandon", from: "listening", to: "abandoned", permission: end, guards: [] },
  { step: "abandon", from: "ranking", to: "abandoned", permission: end, guards: [] },
  { step: "abandon", from: "answering", to: "abandoned", permission: end, guards: [] },
];

/** The steps that lead away from a state, whether or not their guards hold. */
export const stepsFrom = (from: State): readonly Step[] => table.filter((row) => row.from === from);

/** What is written of a diagnosis, and in which states. */
export const writableIn = {
  head: ["preparing", "listening", "ranking", "answering"],
  actors: ["preparing", "listening"],
  workshops: ["preparing", "listening"],
  attendance: ["listening"],
  findings: ["listening"],
  merging: ["listening", "ranking"],
  ranking: ["ranking"],
  actions: ["answering"],
} as const satisfies Readonly<Record<string, readonly State[]>>;
export type Part = keyof typeof writableIn;
export const parts = Object.keys(writableIn) as [Part, ...Part[]];

export function isWritable(part: Part, at: State): boolean {
  const states: readonly State[] = writableIn[part];
  return states.includes(at);
}
