// From lines to paragraphs: a line that ended only because it was full goes on in the next one.
import type { IsCut } from "./line-end-hyphens.ts";
import type { Line } from "./pdf-lines.ts";

/** Lines farther apart than this many usual steps belong to two paragraphs. */
const paragraphStep = 1.35;
const shortestFullLine = 25;

export function paragraphsOf(lines: readonly Line[], isCut: IsCut): string {
  const step = usualStep(lines);
  let text = "";
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before === undefined) text = line.text;
    else if (isFarther(before, line, step)) text += `\n\n${line.text}`;
    else if (isWrapped(before, line, blockOf(lines, at, step), lines)) text = wrapped(text, line.text, isCut);
    else text += `\n${line.text}`;
  });
  return text;
}

/** The median step from one line down to the next. */
function usualStep(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => (lines[at]?.y ?? 0) - line.y)
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

function isFarther(before: Line, line: Line, step: number): boolean {
  const down = before.y - line.y;
  const otherSize = Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size);
  return down <= 0 || otherSize || down > Math.max(step * paragraphStep, line.size * 1.2);
}

const startsItem = /^(?:[-–—•▪●◦*·]|\d{1,2}[.)-]\s|(?:article|art\.|المادة|البند)\s)/i;

/** The first word of the next line would not have fitted any more. */
function isWrapped(before: Line, line: Line, block: readonly Line[], page: readonly Line[]): boolean {
  if (before.text.length < shortestFullLine || startsItem.test(line.text)) return false;
  const column = (isFilled(block) ? block : page).filter((one) => sameColumn(one, before));
  const room = before.rightToLeft
    ? before.left - Math.min(...column.map(({ left }) => left))
    : Math.max(...column.map(({ right }) => right)) - before.right;
  const [word = ""] = line.text.split(/\s/);
  const letter = (line.right - line.left) / line.text.length;
  return room < (word.length + 1) * letter;
}

/** The lines around line `at` without a larger step between them. */
function blockOf(lines: readonly Line[], at: number, step: number): Line[] {
  const parts = (place: number) => {
    const [before, line] = [lines[place - 1], lines[place]];
    return before === undefined || line === undefined || isFarther(before, line, step);
  };
  let from = at;
  while (!parts(from)) from--;
  let to = at + 1;
  while (!parts(to)) to++;
  return lines.slice(from, to);
}

/** Two lines that reach the same edge show where the column ends; one long line among shorter ones does not. */
function isFilled(block: readonly Line[]): boolean {
  const widths = block.map(({ left, right }) => right - left);
  const widest = Math.max(...widths);
  return widths.filter((width) => width > widest * 0.92).length >= 2;
}

function sameColumn(one: Line, other: Line): boolean {
  const edge = other.rightToLeft ? one.right - other.right : one.left - other.left;
  return one.rightToLeft === other.rightToLeft && Math.abs(edge) < 3 * other.size;
}

function wrapped(text: string, next: string, isCut: IsCut): string {
  if (text.endsWith("\u00ad") || isCut(text, next)) return text.slice(0, -1) + next;
  return /\p{L}[-‐]$/u.test(text) ? text + next : `${text} ${next}`;
}

/** The number of the page, alone at its top or its foot, is no figure of the text. */
export function withoutPageNumber(lines: readonly Line[], page: number): readonly Line[] {
  const isNumber = (line: Line | undefined) =>
    line !== undefined &&
    new RegExp(`^(?:page|صفحة|p\\.)?[\\s–—-]*${page}(?:\\s*(?:/|sur|of|من)\\s*\\d+)?[\\s–—-]*$`, "i").test(
      line.text,
    );
  const first = isNumber(lines[0]) ? 1 : 0;
  const last = lines.length > first && isNumber(lines.at(-1)) ? -1 : undefined;
  return lines.slice(first, last);
}
