// Criteria as they are written, one on a line: «urgence ; 3 ; 5» is its name, its weight and its highest mark.

export interface WrittenCriterion {
  readonly name: string;
  readonly weight: number;
  readonly most: number;
}

const line = /^(.{2,300}?)\s*[;؛]\s*(\d{1,3})\s*[;؛]\s*(\d{1,3})$/u;
const within = (number: number) => number >= 1 && number <= 100;

/** The criteria of a text; null when a line is none, or when there are none or more than twelve. */
export function readCriteria(text: string): WrittenCriterion[] | null {
  const lines = text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const read = lines.flatMap((one) => {
    const [, name = "", weight, most] = line.exec(one) ?? [];
    return within(Number(weight)) && within(Number(most))
      ? [{ name: name.trim(), weight: Number(weight), most: Number(most) }]
      : [];
  });
  return read.length === lines.length && read.length >= 1 && read.length <= 12 ? read : null;
}

export const writeCriteria = (
  criteria: readonly { readonly name: string; readonly weight: number; readonly most: number | null }[],
): string => criteria.map(({ name, weight, most }) => `${name} ; ${weight} ; ${most ?? ""}`).join("\n");
