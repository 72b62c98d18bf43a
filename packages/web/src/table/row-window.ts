// Of a long table only the rows near the eye are drawn; the others keep their room. Pure.

/** Up to so many rows are all drawn: the reader can then search and print the page whole. */
export const allDrawn = 400;
const beyond = 4;

export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * The rows to draw, with some before and after. `top`: where the table's body begins, in pixels below the top of what is
 * seen (negative once it was scrolled past); `height` of what is seen, `row` of one row.
 */
export function windowOf(count: number, top: number, height: number, row: number): RowWindow {
  if (count <= allDrawn) return { from: 0, to: count };
  const first = Math.floor(-top / row);
  const last = Math.ceil((height - top) / row);
  const from = Math.min(Math.max(0, first - beyond), Math.max(0, count - beyond));
  return { from, to: Math.max(Math.min(count, last + beyond), Math.min(count, from + beyond)) };
}
