// What every part of the review shares: how things stand, what is selected, and the acts.
import { createContext, use } from "react";
import type { Standing } from "../model/decide.ts";
import type { Decision, Item } from "../model/intake.ts";
import type { Act } from "./acts.tsx";

/** A form that is open: a change of something, or something new for a list. */
export type Editing =
  | { readonly kind: "change"; readonly path: string }
  | { readonly kind: "add"; readonly list: string; readonly at: string };

export interface Work {
  /** Recorded, set aside, or another’s work: to be read, not changed. */
  readonly isOver: boolean;
  /** Everything that wants a decision, in the order in which it stands on the screen. */
  readonly items: readonly Item[];
  readonly selected: string | null;
  readonly select: (path: string) => void;
  readonly standing: (item: Item) => Standing;
  readonly decisionAt: (key: string) => Decision | undefined;
  readonly act: (item: Item, act: Act) => void;
  readonly decide: (...all: readonly Decision[]) => Promise<void>;
  readonly reconsider: (key: string) => void;
  readonly editing: Editing | null;
  readonly edit: (editing: Editing | null) => void;
  readonly add: (list: string, value: unknown) => Promise<void>;
}

const WorkContext = createContext<Work | null>(null);
export const WorkProvider = WorkContext.Provider;

export function useWork(): Work {
  const work = use(WorkContext);
  if (work === null) throw new Error("a proposal stands outside a review");
  return work;
}
