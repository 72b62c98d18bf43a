// Undo and redo of what was written into the grid, each step with what stood there before.
import { useRef, useState } from "react";
import type { Cells } from "./split.ts";

interface Step {
  readonly before: Cells;
  readonly after: Cells;
}

export function useHistory(read: () => Cells, write: (cells: Cells) => void) {
  const past = useRef<Step[]>([]);
  const future = useRef<Step[]>([]);
  const [, redraw] = useState(0);
  const done = () => redraw((times) => times + 1);
  return {
    change(after: Cells) {
      const cells = read();
      const keys = Object.keys(after).filter((key) => key in cells && cells[key] !== after[key]);
      if (keys.length === 0) return;
      const pick = (from: Cells) => Object.fromEntries(keys.map((key) => [key, from[key] ?? ""]));
      past.current.push({ before: pick(cells), after: pick(after) });
      future.current = [];
      write(pick(after));
      done();
    },
    undo() {
      const step = past.current.pop();
      if (step === undefined) return;
      future.current.push(step);
      write(step.before);
      done();
    },
    redo() {
      const step = future.current.pop();
      if (step === undefined) return;
      past.current.push(step);
      write(step.after);
      done();
    },
    hasPast: past.current.length > 0,
    hasFuture: future.current.length > 0,
  };
}
export type History = ReturnType<typeof useHistory>;
