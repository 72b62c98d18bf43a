// The end of every import: all of it is recorded with its journal row, or nothing of it.
import { sql } from "kysely";
import type { ActContext, Space } from "../kernel/index.ts";
import { type Finding, listedFindings } from "./findings.ts";
import { type CountDifference, type Difference, type ImportOutcome, leaveNothing } from "./import-outcome.ts";
import type { SheetFile } from "./open-sheet.ts";
import type { Stages } from "./stages.ts";

export interface Tally {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
}

export const emptyTally = (): Tally => ({ rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0 });

export interface Ending {
  /** Made before the rows are written, so that they can name it. */
  readonly importId: string;
  readonly kind: string;
  readonly file: Omit<SheetFile, "rows">;
  readonly space: Space;
  readonly source: string | null;
  readonly dryRun: boolean;
  readonly partial: boolean;
  readonly tally: Readonly<Tally>;
  readonly differences?: readonly Difference[];
  readonly counts?: readonly CountDifference[];
  readonly notCounted?: Readonly<Record<string, number>>;
  readonly stages: Stages;
}

const listedDifferences = 1000;

/**
 * Whether the rows may be recorded: faulty headings never let anything through, faulty rows only with `partial`.
 * A dry run goes on to the end to show its difference.
 */
export function mayGoOn(ending: Pick<Ending, "file" | "partial" | "dryRun">, refused: number): boolean {
  const { findings } = ending.file;
  const headings = findings.listed.some(({ row }) => row === 1);
  return !headings && (refused === 0 || ending.partial || ending.dryRun);
}

/**
 * Ends the import. What must leave nothing behind (a dry run, refused rows without `partial`, nothing new) is undone.
 */
export async function endImport(ctx: ActContext, ending: Ending, journalId?: string): Promise<ImportOutcome> {
  const { tally, importId, dryRun, file } = ending;
  const outcome = outcomeOfEnding(ending);
  const allowed = !dryRun && mayGoOn(ending, tally.refused);
  if (!allowed || tally.added + tally.changed === 0) leaveNothing(outcome);
  const journal = journalId ?? (await journalImport(ctx, ending));
  const { name: fileName, hash: fileHash } = file.facts;
  const { space, kind, source } = ending;
  await keepImport(ctx, { importId, space, kind, source, fileName, fileHash, tally, journalId: journal });
  return { ...outcome, recorded: true, importId };
}

/** The import's own journal row: the file by name and hash, and the counts as far as they are known. */
export function journalImport(
  ctx: ActContext,
  ending: Ending,
  known: Partial<Tally> = ending.tally,
): Promise<string> {
  const { kind, source, file } = ending;
  const { name, hash } = file.facts;
  return ctx.journal({
    object: { kind: "import", id: ending.importId },
    after: { kind, source, file: name, hash, ...known },
  });
}

export interface KeptImport {
  readonly importId: string;
  readonly space: Space;
  readonly kind: string;
  readonly source: string | null;
  readonly fileName: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly fileHash: string;
  readonly tally: Readonly<Tally>;
  readonly journalId: string;
}

/** Keeps which file was imported and what became of its rows, for an act that has journalled it. */
export async function keepImport(ctx: ActContext, kept: KeptImport): Promise<void> {
  const { tally } = kept;
  await sql`
    insert into imports (id, space, kind, source, file_name, file_hash, rows, added, changed, unchanged, refused,
                         recorded_by, recorded_at, journal_id)
    values (${kept.importId}, ${kept.space}, ${kept.kind}, ${kept.source}, ${kept.fileName}, ${kept.fileHash},
            ${tally.rows}, ${tally.added}, ${tally.changed}, ${tally.unchanged}, ${tally.refused}, ${ctx.actor.id},
            ${ctx.clock.now()}, ${kept.journalId})`.execute(ctx.tx);
}

/** What the import tells of itself. */
export function outcomeOfEnding(ending: Ending): ImportOutcome {
  const { findings, facts } = ending.file;
  return {
    kind: ending.kind,
    file: facts,
    ...ending.tally,
    recorded: false,
    importId: null,
    differences: (ending.differences ?? []).slice(0, listedDifferences),
    counts: ending.counts ?? [],
    notCounted: ending.notCounted ?? {},
    findings: { total: findings.total, listed: inOrder(findings.listed), counts: findings.counts() },
    timings: ending.stages.measured(),
  };
}

const inOrder = (found: readonly Finding[]) =>
  found.toSorted((a, b) => a.row - b.row).slice(0, listedFindings);
