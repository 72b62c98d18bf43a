// What was announced, as a cell: one figure, a range, or the figure of each wording with a mark to the notes below.
import { readAnnounced } from "@iltizam/core/commitments";
import type { StandingRow } from "@iltizam/core/standings";
import type { Say } from "../say.ts";

type Reading = StandingRow["announced"][number];

/** Notes below a table, numbered as they are first referred to. */
export interface Notes {
  add(text: string): string;
  readonly lines: readonly string[];
}

export function openNotes(): Notes {
  const lines: string[] = [];
  const add = (text: string) => {
    const known = lines.findIndex((line) => line.endsWith(`] ${text}`));
    if (known >= 0) return `[${known + 1}]`;
    lines.push(`[${lines.length + 1}] ${text}`);
    return `[${lines.length}]`;
  };
  return { add, lines };
}

export interface Naming {
  readonly say: Say;
  /** The indicator's name in the reader's language. */
  indicator(code: string): string;
}

/** The lines of the cell; undefined when nothing was announced. */
export function announcedCell(
  readings: readonly Reading[],
  naming: Naming,
  notes: Notes,
): string | undefined {
  const asked = readings.map((reading) => ({ ...reading, assertion: reading.assertionId }));
  const adopted = readings.find((reading) => reading.adopted);
  const figure = readAnnounced(asked, adopted?.assertionId ?? null);
  const { say } = naming;
  const note = (reading: Reading) => notes.add(noteOf(reading, naming));
  switch (figure.status) {
    case "none":
      return undefined;
    case "unquantified":
      return say("standings.unquantified");
    case "agreed":
      return readings.length === 1
        ? figureOf(readings[0], say)
        : [figureOf(readings[0], say), ...inPairs(readings.map(note))].join("\n");
    case "range": {
      const range = `${say.number(figure.low ?? 0)}–${say.number(figure.high ?? 0)}`;
      return [range, ...readings.map((reading) => `${figureOf(reading, say)} ${note(reading)}`)].join("\n");
    }
    case "adopted":
      return `${figureOf(adopted, say)} ${adopted ? note(adopted) : ""}`;
    case "conflict":
      return readings.map((reading) => `${figureOf(reading, say)} ${note(reading)}`).join("\n");
  }
}

function inPairs(marks: readonly string[]): string[] {
  return marks.flatMap((mark, place) =>
    place % 2 === 0 ? [[mark, marks[place + 1] ?? ""].join(" ").trim()] : [],
  );
}

const marks: Readonly<Record<string, string>> = {
  approximate: "≈ ",
  estimated: "≈ ",
  at_least: "≥ ",
  at_most: "≤ ",
};

function figureOf(reading: Reading | undefined, say: Say): string {
  if (reading === undefined || reading.value === null) return say("standings.unquantified");
  return `${marks[reading.qualifier ?? ""] ?? ""}${say.number(reading.value)}`;
}

const quotedLength = 140;

function noteOf(reading: Reading, { say, indicator }: Naming): string {
  const passage = reading.passage.replaceAll(/\s+/g, " ");
  const shown = passage.length > quotedLength ? `${passage.slice(0, quotedLength - 1)}…` : passage;
  const said = reading.saidBy === null ? "" : ` (${reading.saidBy})`;
  const adopted = reading.adopted ? ` · ${say("standings.adopted")}` : "";
  const name = reading.indicator === null ? say("standings.noIndicator") : indicator(reading.indicator);
  return `${figureOf(reading, say)} · ${name} · « ${shown} » — ${reading.source}${said}${adopted}`;
}
