// Steps of a choropleth: five, of equal width, from nothing to a round number above the greatest. Pure.

export interface Step {
  readonly from: number;
  readonly to: number;
}

export const steps = 5;

/** A round number not below this one: 1, 2, 2.5 or 5 times a power of ten, so that each of five steps is round too. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const rounded = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= value);
  return rounded ?? value;
}

/**
 * The five steps for these values; of shares the whole is always 100 %, so that two maps can be compared.
 * @example 20 815 as the greatest: steps of 5 000 up to 25 000.
 */
export function stepsFor(values: readonly (number | null)[], isShare = false): Step[] {
  const greatest = Math.max(0, ...values.map((value) => value ?? 0));
  if (greatest === 0) return [];
  const whole = isShare ? Math.max(1, roundUp(greatest)) : roundUp(Math.max(greatest, isShare ? 1 : steps));
  return Array.from({ length: steps }, (_, step) => ({
    from: (whole / steps) * step,
    to: (whole / steps) * (step + 1),
  }));
}

/** 1 to 5; 0 for zero; null without a number. A value on an edge belongs to the lower step. */
export function shadeOf(value: number | null, list: readonly Step[]): number | null {
  if (value === null) return null;
  if (value <= 0 || list.length === 0) return 0;
  const at = list.findIndex(({ to }) => value <= to);
  return at === -1 ? steps : at + 1;
}
