// A walk as its page in docs/walks tells it: the table is the data.
import { readFileSync } from "node:fs";

const langs = ["fr", "ar", "en"] as const;
export type Lang = (typeof langs)[number];
const acts = ["open", "click", "fill", "press", "type", "mark", "return", "see", "miss", "choose"] as const;
/** Of a walk of two people, whom a mail tells of each other. */
const betweenTwo = ["at", "mail", "attach"] as const;
type Act = (typeof acts | typeof betweenTwo)[number];

export interface Step {
  readonly does: Act;
  /** An address, a selector (between backticks on the page), or a kind of thing. */
  readonly what: string;
  readonly isSelector: boolean;
  readonly words: Readonly<Record<Lang, string>>;
}

export interface Walk {
  readonly title: string;
  /** The clicks that the page promises. */
  readonly clicks: number;
  /** Those that the head of its table names. */
  readonly langs: readonly Lang[];
  readonly steps: readonly Step[];
}

/** @throws when the page promises no clicks, or a row is none of the acts */
export function readWalk(story: string): Walk {
  const text = readFileSync(new URL(`../../docs/walks/${story}.md`, import.meta.url), "utf8");
  const promised = /(\d+) clicks/u.exec(text)?.[1];
  if (promised === undefined) throw new Error(`${story} promises no number of clicks`);
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  return {
    title: /^# (.*)$/mu.exec(text)?.[1] ?? story,
    clicks: Number(promised),
    langs: langs.filter((lang) => cellsOf(rows[0] ?? "").includes(lang)),
    steps: rows.slice(2).map((row) => readStep(row, story)),
  };
}

const cellsOf = (row: string): string[] =>
  row
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

function readStep(row: string, story: string): Step {
  const [does = "", what = "", fr = "", ar = "", en = ""] = cellsOf(row);
  const act = [...acts, ...betweenTwo].find((one) => one === does);
  if (act === undefined) throw new Error(`${story}: no walk does «${does}»`);
  return {
    does: act,
    what: what.replaceAll("`", ""),
    isSelector: what.startsWith("`"),
    words: { fr, ar, en },
  };
}
