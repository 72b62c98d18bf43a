/** Builds a text out of pieces: blanks become one blank, and breaks are written only between words. */
export interface TextWriter {
  write(piece: string): void;
  breakLine(): void;
  breakParagraph(): void;
  /** An item of a list, on a line of its own behind a bullet. */
  beginItem(): void;
  endItem(): void;
  /** A cell of a table: a tab parts it from the cell before. */
  beginCell(): void;
  keepSpaces(keep: boolean): void;
  text(): string;
}

/** From the weakest to the strongest: a stronger one replaces one that waits. */
const partings = ["", " ", "\t", "\n", "\n\n"] as const;
type Parting = (typeof partings)[number];

export function textWriter(): TextWriter {
  let text = "";
  let waiting: Parting = "";
  let bullet = "";
  let keeping = false;
  const part = (wanted: Parting) => {
    if (partings.indexOf(wanted) > partings.indexOf(waiting)) waiting = wanted;
  };
  const append = (words: string) => {
    if (words === "") return;
    text += (text === "" ? "" : waiting) + bullet + words;
    waiting = "";
    bullet = "";
  };
  const edge = (blanks: string): Parting => (blanks === "" ? "" : blanks.includes("\n") ? "\n" : " ");
  return {
    write(piece) {
      const even = keeping ? piece.replace(/\r\n?/g, "\n") : piece.replace(/[\t\n\f\r ]+/g, " ");
      const [before = "", after = ""] = [/^[\n ]*/.exec(even)?.[0], /[\n ]*$/.exec(even)?.[0]];
      part(edge(before));
      append(even.slice(before.length, Math.max(before.length, even.length - after.length)));
      part(edge(after));
    },
    breakLine: () => part("\n"),
    breakParagraph: () => part("\n\n"),
    beginItem: () => {
      part("\n");
      bullet = "• ";
    },
    endItem: () => {
      part("\n");
      bullet = "";
    },
    beginCell: () => part("\t"),
    keepSpaces: (keep) => {
      keeping = keep;
    },
    text: () => text,
  };
}
