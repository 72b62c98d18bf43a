// A review while it is worked on: what is decided stands at once, is saved one after the other, and can be undone.
import { Refused } from "../../api/refused.ts";
import { decide as decided, isSame, keyOf, layOver, reconsider } from "../model/decide.ts";
import type { Decision, Intake } from "../model/intake.ts";

type Decisions = readonly Decision[];

export interface Remote {
  /** @throws Refused `drafts.changed_meanwhile`, `drafts.decision_invalid` */
  put(revision: number, decisions: Decisions): Promise<Intake>;
  get(): Promise<Intake>;
}

export interface Snapshot {
  /** As the server has it. */
  readonly intake: Intake;
  /** As the reviewer has it. */
  readonly decisions: Decisions;
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
  decide(...all: Decisions): Promise<void>;
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

/** What is shown, and who is told when it changes. */
interface Shown {
  state: Snapshot;
  history: readonly Decisions[];
  readonly listeners: Set<() => void>;
}

function become(shown: Shown, part: Partial<Snapshot>): void {
  shown.state = { ...shown.state, ...part, canUndo: shown.history.length > 0 };
  for (const listener of shown.listeners) listener();
}

const adopt = (shown: Shown, intake: Intake) =>
  become(shown, { intake, decisions: decisionsOf(intake), saving: "saved", failure: null });

/** One after the other, until what is saved is what is decided. */
async function saveAll(shown: Shown, remote: Remote): Promise<void> {
  for (;;) {
    const sent = shown.state.decisions;
    become(shown, { saving: "saving", failure: null });
    const intake = await remote.put(shown.state.intake.revision, sent);
    if (shown.state.decisions === sent) return adopt(shown, intake);
    become(shown, { intake });
  }
}

/** What the server does not take is taken back here too; what it could not be told is kept. */
async function refused(shown: Shown, remote: Remote, error: unknown): Promise<never> {
  const failure = error instanceof Error ? error.message : String(error);
  if (error instanceof Refused && error.code === "drafts.changed_meanwhile") {
    become(shown, { meanwhile: await remote.get(), saving: "failed", failure });
  } else if (error instanceof Refused && error.status === 422) {
    shown.history = shown.history.slice(0, -1);
    become(shown, { decisions: decisionsOf(shown.state.intake), saving: "saved", failure });
  } else become(shown, { saving: "failed", failure });
  throw error;
}

function settle(shown: Shown, side: "mine" | "theirs", save: () => Promise<void>): Promise<void> {
  const { meanwhile: theirs, intake, decisions } = shown.state;
  if (theirs === null) return Promise.resolve();
  const mine = layOver(decisionsOf(intake), decisions, decisionsOf(theirs));
  shown.history = [];
  become(shown, { meanwhile: null, intake: theirs });
  if (side === "theirs") return Promise.resolve(adopt(shown, theirs));
  become(shown, { decisions: mine });
  return save();
}

const begin = (intake: Intake): Shown => ({
  state: {
    ...{ intake, decisions: decisionsOf(intake), canUndo: false },
    ...{ saving: "saved", failure: null, meanwhile: null },
  },
  history: [],
  listeners: new Set(),
});

export function openReview(first: Intake, remote: Remote): Review {
  const shown = begin(first);
  let running: Promise<void> | null = null;
  const save = (): Promise<void> => {
    running ??= saveAll(shown, remote)
      .catch((error: unknown) => refused(shown, remote, error))
      .finally(() => {
        running = null;
      });
    return running;
  };
  const change = (next: Decisions): Promise<void> => {
    if (isSame(next, shown.state.decisions)) return Promise.resolve();
    shown.history = [...shown.history, shown.state.decisions].slice(-200);
    become(shown, { decisions: next });
    return save();
  };
  return {
    subscribe(listener) {
      shown.listeners.add(listener);
      return () => shown.listeners.delete(listener);
    },
    read: () => shown.state,
    decide: (...all) => change(all.reduce<Decisions>(decided, shown.state.decisions)),
    reconsider: (key) => change(reconsider(shown.state.decisions, key)),
    undo() {
      const before = shown.history.at(-1);
      if (before === undefined) return Promise.resolve();
      shown.history = shown.history.slice(0, -1);
      become(shown, { decisions: before });
      return save();
    },
    again: save,
    settle: (side) => settle(shown, side, save),
    adopt: (intake) => adopt(shown, intake),
  };
}

/** A key that no addition to the list has. */
export function freshKey(all: Decisions, path: string): string {
  const taken = new Set(all.filter((one) => one.path === path).map(keyOf));
  for (let number = 1; ; number += 1) {
    if (!taken.has(`${path}.+r${number}`)) return `r${number}`;
  }
}
