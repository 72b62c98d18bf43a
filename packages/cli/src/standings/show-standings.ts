// The table of docs/counting.md as a person reads it at a terminal of 100 to 160 columns.
import type { StandingRow } from "@iltizam/core/standings";
import { type Column, table } from "../table.ts";
import { announcedCell, type Naming, type Notes, openNotes } from "./announced-cell.ts";

/** Each space has a table of its own, and what is simulated says so. */
export function showStandings(rows: readonly StandingRow[], naming: Naming, width: number): string {
  const { say } = naming;
  if (rows.length === 0) return say("standings.none");
  const spaces = (["real", "simulated"] as const).flatMap((space) => {
    const own = rows.filter((row) => row.space === space);
    return own.length === 0 ? [] : [oneSpace(own, say(`standings.space.${space}`), naming, width)];
  });
  return spaces.join("\n\n");
}

function oneSpace(rows: readonly StandingRow[], title: string, naming: Naming, width: number): string {
  const { say } = naming;
  const notes = openNotes();
  const drawn = table(columnsOf(naming, notes), rows, { width: Math.min(160, Math.max(100, width)) });
  const heading = [title, ...viewOf(rows[0], naming)].join(" · ");
  return [heading, drawn, say("standings.legend"), ...notes.lines].join("\n");
}

function viewOf(row: StandingRow | undefined, { say }: Naming): string[] {
  const { asOf = null, knownOn = null } = row ?? {};
  return [
    ...(asOf === null ? [] : [say("standings.asOf", { day: say.day(asOf) })]),
    ...(knownOn === null ? [] : [say("standings.knownOn", { day: say.day(knownOn) })]),
  ];
}

function columnsOf(naming: Naming, notes: Notes): Column<StandingRow>[] {
  const { say } = naming;
  const number = (value: number | null) => (value === null ? undefined : say.number(value));
  const right = { align: "right" } as const;
  return [
    { title: say("standings.promise"), cell: (row) => promiseCell(row, naming), flexible: true },
    {
      title: say("standings.announced"),
      ...right,
      cell: (row) => announcedCell(row.announced, naming, notes),
    },
    { title: say("standings.signed"), ...right, cell: (row) => signedCell(row, naming) },
    { title: say("standings.declared"), ...right, cell: (row) => number(row.declared) },
    { title: say("standings.realised"), ...right, cell: (row) => number(row.realised) },
    { title: say("standings.proven"), ...right, cell: (row) => number(row.proven) },
    { title: say("standings.remaining"), ...right, cell: (row) => remainingCell(row, naming) },
    { title: say("standings.state"), cell: (row) => stateCell(row, naming), width: 13 },
  ];
}

function promiseCell(row: StandingRow, { say, indicator }: Naming): string {
  const name = row.indicator === null ? say("standings.noIndicator") : indicator(row.indicator);
  if (row.commitment === null) return [row.node, name, ...childrenLines(row, say)].join("\n");
  const unnamed = row.declared === null ? 0 : row.declared - row.realised;
  return [
    row.node,
    ...(row.wording === null ? [] : [row.wording]),
    name,
    row.deadline === null
      ? say("standings.noDeadline")
      : say("standings.deadline", { day: say.day(row.deadline) }),
    ...(unnamed > 0 ? [say("standings.withoutNames", { n: unnamed })] : []),
    ...(row.overlap > 0 ? [say("standings.overlap", { n: row.overlap })] : []),
  ].join("\n");
}

function childrenLines({ children }: StandingRow, say: Naming["say"]): string[] {
  if (children === null) return [];
  return [
    say("standings.children", { n: children.realised }),
    say("standings.countedInMoreThanOne", { n: children.countedInMoreThanOne }),
  ];
}

function signedCell({ signed }: StandingRow, { say }: Naming): string | undefined {
  const { original, current } = signed;
  if (original === null && current === null) return undefined;
  const now = current === null ? "–" : say.number(current);
  if (original === current) return now;
  return `${now}\n(${original === null ? "–" : say.number(original)})`;
}

function remainingCell({ remaining, aboveTarget }: StandingRow, { say }: Naming): string | undefined {
  const { realised, proven } = remaining;
  if (realised === null || proven === null) return undefined;
  const above = aboveTarget !== null && aboveTarget > 0 ? [say("standings.above", { n: aboveTarget })] : [];
  const both = realised === proven ? say.number(realised) : `${say.number(realised)}\n${say.number(proven)}`;
  return [both, ...above].join("\n");
}

function stateCell(row: StandingRow, { say }: Naming): string | undefined {
  if (row.state === null) return undefined;
  const state = say(`standings.state.${row.state}`);
  return row.draft ? `${state}\n(${say("standings.draft")})` : state;
}
