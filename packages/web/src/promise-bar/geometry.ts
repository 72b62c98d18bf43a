// Where each part of a promise bar lies, as shares (0 to 1) of its width. Pure: the same for a table row, a page, a
// printed sheet and the public register.

/** What was promised and what came of it, in one unit. */
export interface Promised {
  /** Values that sources announce; null is a promise without a number. */
  readonly announced: readonly (number | null)[];
  /** The target of a recorded signed text; null when there is none. A null quantity is a promise without a number. */
  readonly signed: { readonly original: number | null; readonly current: number | null } | null;
  /** Partners' own numbers without names; null when nobody has declared. */
  readonly declared: number | null;
  readonly realised: number;
  readonly proven: number;
  /** Elapsed share of the period, 0 to 1; null without a deadline. */
  readonly elapsed: number | null;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface BarGeometry {
  /** The signed target; `open` has no end (no number). Null: nothing signed, no frame. */
  readonly frame: { readonly to: number; readonly open: boolean } | null;
  /** The original target, where it differs from the current one. */
  readonly notch: number | null;
  /** One dotted line for each different announced value. */
  readonly announced: readonly number[];
  /** Announced without a number and nothing signed: a dotted line that does not end. */
  readonly announcedOpen: boolean;
  readonly proven: Span | null;
  readonly realised: Span | null;
  readonly declared: Span | null;
  /** How far the line of time reaches under the bar, and where the period ends. */
  readonly time: { readonly elapsed: number; readonly end: number } | null;
  /** No fact and no declaration. */
  readonly empty: boolean;
}

/** The greatest value stops short of the end, so that its line and what lies beyond it are seen. */
const fullScale = 0.94;

/**
 * @example 1 200 proven of 2 000 realised, 4 000 signed: frame to 0.94, proven 0–0.282, realised 0.282–0.47.
 */
export function geometryOf(promised: Promised): BarGeometry {
  const { announced, signed, declared, realised, proven, elapsed } = promised;
  const numbers = announced.filter((value) => value !== null);
  const current = signed?.current ?? null;
  const original = signed?.original ?? null;
  const greatest = Math.max(0, ...numbers, current ?? 0, original ?? 0, declared ?? 0, realised, proven);
  const at = (value: number) => (greatest === 0 ? 0 : round((value / greatest) * fullScale));
  const end = current === null ? 1 : at(current);
  return {
    frame: signed && { to: end, open: current === null },
    notch: original !== null && current !== null && original !== current ? at(original) : null,
    announced: [...new Set(numbers)].sort((a, b) => a - b).map(at),
    announcedOpen: signed === null && announced.length > 0 && numbers.length < announced.length,
    proven: span(0, at(Math.min(proven, realised))),
    realised: span(at(Math.min(proven, realised)), at(realised)),
    declared: span(at(realised), at(declared ?? 0)),
    time: elapsed === null ? null : { elapsed: round(elapsed * end), end },
    empty: realised === 0 && (declared ?? 0) === 0,
  };
}

const span = (from: number, to: number): Span | null => (to > from ? { from, to } : null);
const round = (share: number) => Math.round(share * 10_000) / 10_000;
