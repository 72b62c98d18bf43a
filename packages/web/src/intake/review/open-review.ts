// A review while it is worked on: what is decided stands at once, is saved one after the other, and can be undone.
import { Refused } from "../../api/refused.ts";
import { decide as decided, isSame, keyOf, layOver, reconsider } from "../model/decide.ts";
import type { Decision, Intake } from "../model/intake.ts";

export interface Remote {
  /** @throws Refused `drafts.changed_meanwhile`, `drafts.decision_invalid` */
  put(revision: number, decisions: readonly Decision[]): Promise<Intake>;
  get(): Promise<Intake>;
}

export interface Snapshot {
  /** As the server has it. */
  readonly intake: Intake;
  /** As the reviewer has it. */
  readonly decisions: readonly Decision[];
  readonly canUndo: boolean;
  readonly saving: "saved" | "saving" | "failed";
  readonly failure: string | null;
  /** What somebody else saved meanwhile. */
  readonly meanwhile: Intake | null;
}

export interface Review {
  subscribe(listener: () => void): () => void;
  read(): Snapshot;
  /** Resolves when it is saved. @throws Refused: then it is as it was before */
  decide(...all: readonly Decision[]): Promise<void>;
  /** Takes a decision back, so that its value waits again. */
  reconsider(key: string): Promise<void>;
  undo(): Promise<void>;
  /** Saves again what could not be saved. */
  again(): Promise<void>;
  /** theirs: as somebody else left it · mine: with what was decided here laid over it. */
  settle(side: "mine" | "theirs"): Promise<void>;
  /** Takes over what the server answered to something else: recorded, set aside. */
  adopt(intake: Intake): void;
}

const decisionsOf = (intake: Intake) => intake.decisions.decisions;

export function openReview(first: Intake, remote: Remote): Review {
  const listeners = new Set<() => void>();
  let history: (readonly Decision[])[] = [];
  let running: Promise<void> | null = null;
  let state: Snapshot = {
    ...{ intake: first, decisions: decisionsOf(first), canUndo: false },
    ...{ saving: "saved", failure: null, meanwhile: null },
  };

  const become = (part: Partial<Snapshot>) => {
    state = { ...state, ...part, canUndo: history.length > 0 };
    for (const listener of listeners) listener();
  };
  const adopt = (intake: Intake) =>
    become({ intake, decisions: decisionsOf(intake), saving: "saved", failure: null });

  /** One after the other, until what is saved is what is decided. */
  async function saveAll(): Promise<void> {
    for (;;) {
      const sent = state.decisions;
      become({ saving: "saving", failure: null });
      const intake = await remote.put(state.intake.revision, sent);
      if (state.decisions === sent) return adopt(intake);
      become({ intake });
    }
  }

  async function refused(error: unknown): Promise<never> {
    const isChanged = error instanceof Refused && error.code === "drafts.changed_meanwhile";
    if (isChanged) become({ meanwhile: await remote.get(), saving: "failed", failure: error.message });
    else if (error instanceof Refused && error.status === 422) {
      history = history.slice(0, -1);
      become({ decisions: decisionsOf(state.intake), saving: "saved", failure: error.message });
    } else {
      become({ saving: "failed", failure: error instanceof Error ? error.message : String(error) });
    }
    throw error;
  }

  const save = (): Promise<void> => {
    running ??= saveAll()
      .catch(refused)
      .finally(() => {
        running = null;
      });
    return running;
  };

  const change = (next: readonly Decision[]): Promise<void> => {
    if (isSame(next, state.decisions)) return Promise.resolve();
    history = [...history, state.decisions].slice(-200);
    become({ decisions: next });
    return save();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => state,
    decide: (...all) => change(all.reduce<readonly Decision[]>(decided, state.decisions)),
    reconsider: (key) => change(reconsider(state.decisions, key)),
    undo() {
      const before = history.at(-1);
      if (before === undefined) return Promise.resolve();
      history = history.slice(0, -1);
      become({ decisions: before });
      return save();
    },
    again: save,
    settle(side) {
      const theirs = state.meanwhile;
      if (theirs === null) return Promise.resolve();
      const mine = layOver(decisionsOf(state.intake), state.decisions, decisionsOf(theirs));
      history = [];
      become({ meanwhile: null, intake: theirs });
      if (side === "theirs") return Promise.resolve(adopt(theirs));
      become({ decisions: mine });
      return save();
    },
    adopt,
  };
}

/** A key that no addition to the list has. */
export function freshKey(all: readonly Decision[], path: string): string {
  const taken = new Set(all.filter((one) => one.path === path).map(keyOf));
  for (let number = 1; ; number += 1) {
    if (!taken.has(`${path}.+r${number}`)) return `r${number}`;
  }
}
