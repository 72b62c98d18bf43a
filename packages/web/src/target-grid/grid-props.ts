import type { Axis } from "./axes.ts";
import type { Cells, Sums } from "./split.ts";
import type { History } from "./use-history.ts";

export interface GridProps {
  readonly name: string;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly cells: Cells;
  readonly sums: Sums;
  readonly history: History;
  /** How many of the pasted cells were no number, or lay beyond the grid. */
  readonly onPasted: (refused: number) => void;
}
