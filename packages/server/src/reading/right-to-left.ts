// Lines with Arabic: a pdf holds them as they are drawn, from the left; here they are put as they are read.
// The reverse of the Unicode bidirectional algorithm (UAX 9), on the pieces of a line.

interface DrawnPiece {
  readonly text: string;
  /** Its own letters were Arabic and are in reading order already. */
  readonly rightToLeft: boolean;
}

type Kind = "arabic" | "latin" | "number" | "neutral";
interface Atom {
  readonly text: string;
  readonly kind: Kind;
}

const mirrored: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "«": "»",
  "»": "«",
  "<": ">",
  ">": "<",
};

/**
 * The text of a line whose pieces stand in the order in which they are drawn, from left to right.
 * @example readingOrder(["2018", " ", "ربنجد"] as drawn, true) → "دجنبر 2018"
 */
export function readingOrder(pieces: readonly DrawnPiece[], rightToLeft: boolean): string {
  const atoms = pieces.flatMap(atomsOf);
  if (!atoms.some(({ kind }) => kind === "arabic")) return asDrawn(pieces);
  const levels = levelsOf(atoms, rightToLeft ? 1 : 0);
  const shown = atoms.map((atom, at) => ({ text: faced(atom, levels[at] ?? 0), level: levels[at] ?? 0 }));
  return withLetters(
    turnRuns(turnRuns(shown, 1), 2)
      .map(({ text }) => text)
      .join(""),
  );
}

const asDrawn = (pieces: readonly DrawnPiece[]) => withLetters(pieces.map(({ text }) => text).join(""));

const numberPart = /\p{Nd}+(?:[.,:/\u00a0\u202f٫٬]\p{Nd}+)*|[^\p{Nd}]/gu;

/** A piece in one script is one atom; digits and signs are told apart, since each stands on its own in Arabic. */
function atomsOf({ text, rightToLeft }: DrawnPiece): Atom[] {
  if (rightToLeft && /\p{Script=Arabic}/u.test(text) && /\p{L}/u.test(text))
    return [{ text, kind: "arabic" }];
  if (/\p{L}/u.test(text)) return latinAtoms(text);
  return (text.match(numberPart) ?? []).map((part) => ({
    text: part,
    kind: /\p{Nd}/u.test(part) ? "number" : "neutral",
  }));
}

/** Brackets and blanks at the ends of a Latin run belong to the Arabic around it. */
function latinAtoms(text: string): Atom[] {
  const [, before = "", core = "", after = ""] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? [];
  const neutral = (signs: string): Atom[] => [...signs].map((sign) => ({ text: sign, kind: "neutral" }));
  return [...neutral(before), { text: core, kind: "latin" }, ...neutral(after)];
}

/** 0 and 2 run from left to right, 1 from right to left. */
function levelsOf(atoms: readonly Atom[], base: 0 | 1): number[] {
  const strong = { arabic: 1, latin: base === 1 ? 2 : 0 };
  const levels = atoms.map((atom, at) => {
    if (atom.kind === "arabic" || atom.kind === "latin") return strong[atom.kind];
    if (atom.kind === "number") return base === 1 || betweenArabic(atoms, at) ? 2 : 0;
    return undefined;
  });
  return atoms.map((_, at) => levels[at] ?? neutralLevel(atoms, at, base));
}

function betweenArabic(atoms: readonly Atom[], at: number): boolean {
  const isStrong = ({ kind }: Atom) => kind === "arabic" || kind === "latin";
  const before = atoms.slice(0, at).findLast(isStrong);
  const after = atoms.slice(at + 1).find(isStrong);
  return before?.kind === "arabic" && after?.kind === "arabic";
}

/** A sign between two of the same direction runs with them; numbers count as Arabic. */
function neutralLevel(atoms: readonly Atom[], at: number, base: 0 | 1): number {
  const before = atoms.slice(0, at).findLast(({ kind }) => kind !== "neutral")?.kind;
  const after = atoms.slice(at + 1).find(({ kind }) => kind !== "neutral")?.kind;
  if (base === 1) return (before === "latin" && after === "latin") || isHyphened(atoms, at) ? 2 : 1;
  const arabic = (kind: Kind | undefined) => kind === "arabic";
  return arabic(before) && arabic(after) ? 1 : 0;
}

/** « Covid-19 » in three pieces. */
const isHyphened = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.text === "-" && atoms[at - 1]?.kind === "latin" && atoms[at + 1]?.kind === "number";

function turnRuns<Item extends { readonly level: number }>(items: readonly Item[], level: number): Item[] {
  const turned: Item[] = [];
  let run: Item[] = [];
  const flush = () => {
    turned.push(...run.reverse());
    run = [];
  };
  for (const item of items) {
    if (item.level >= level) run.push(item);
    else {
      flush();
      turned.push(item);
    }
  }
  flush();
  return turned;
}

/** Signs that open and close are drawn mirrored inside Arabic: « (» at the left of a word closes it. */
function faced({ text, kind }: Atom, level: number): string {
  if (level !== 1) return text;
  if (kind === "neutral") return mirrored[text] ?? text;
  return text.replace(/[()[\]{}«»<>]/g, (sign, at: number) =>
    besideLatin(text, at, -1) && besideLatin(text, at, 1) ? sign : (mirrored[sign] ?? sign),
  );
}

function besideLatin(text: string, at: number, step: 1 | -1): boolean {
  for (let place = at + step; place >= 0 && place < text.length; place += step) {
    const sign = text.charAt(place);
    if (/\p{L}/u.test(sign)) return /\p{Script=Latin}/u.test(sign);
  }
  return false;
}

/** Shapes of letters (ﻟ, ﻻ, ﬁ) become the letters. */
export function withLetters(text: string): string {
  return text.replace(/[\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]/g, (shape) => shape.normalize("NFKC"));
}
