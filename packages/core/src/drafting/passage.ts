// Where words stand in a text. Pure.

export interface Place {
  readonly start: number;
  readonly end: number;
}

// one sign for one sign, so that offsets stay: a browser gives a hard space as a soft one
const even = (text: string) => text.replace(/[\s\u00a0\u202f]/g, " ");

/** Where the text says these words, nearest to where they stood; null when it does not. */
export function placeOf(text: string, quote: string, near: number): Place | null {
  const [whole, wanted] = [even(text), even(quote).trim()];
  if (wanted === "") return null;
  const starts: number[] = [];
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + 1)) starts.push(at);
  const [start] = starts.sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  return start === undefined ? null : { start, end: start + wanted.length };
}
