// Reads and writes of this folder's table.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import {
  type ActContext,
  canonicalJson,
  type Db,
  dayOf,
  firstRow,
  onlyRow,
  rows,
  type Space,
} from "../kernel/index.ts";
import { paperErrors } from "./errors.ts";
import { type PaperContent, type PaperKind, paperContent, paperPrefix } from "./model.ts";

export interface PaperRow {
  readonly id: string;
  readonly number: string;
  readonly space: Space;
  readonly title: string | null;
  readonly territoryId: string | null;
  readonly agreementId: string | null;
  readonly asOf: string;
  readonly knownOn: string;
  readonly hash: string;
  readonly content: string;
  readonly agreements: number;
  readonly preparedBy: string;
  readonly preparedAt: Date;
}

export const paperColumns = sql`
  p.id, p.number, p.space, p.title, p.territory_id as "territoryId", p.agreement_id as "agreementId", p.as_of as "asOf",
  p.known_on as "knownOn", p.hash, p.content, p.agreements, p.recorded_by_label as "preparedBy",
  p.recorded_at as "preparedAt"`;

/** @throws `papers.unknown` */
export async function paperOf(db: Db, number: string): Promise<PaperRow> {
  const found = await firstRow(
    db,
    sql<PaperRow>`select ${paperColumns} from papers p where number = ${number}`,
  );
  if (found === undefined) throw paperErrors.unknown({ number });
  return found;
}

export const contentOf = ({ content }: PaperRow): PaperContent => paperContent.parse(JSON.parse(content));

/** RFC 8785, and its SHA-256. */
export function sealed(content: PaperContent): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(content);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}

/** The next number of the year: committee files and answers are counted apart. */
export async function nextNumber(ctx: ActContext, kind: PaperKind): Promise<string> {
  const year = dayOf(ctx.clock.now(), ctx.timeZone).slice(0, 4);
  await sql`select pg_advisory_xact_lock(hashtextextended('iltizam.papers', 0))`.execute(ctx.tx);
  const prefix = `${paperPrefix[kind]}-${year}-`;
  const { next } = await onlyRow(ctx.tx, sql<{ next: number }>`select last_paper(${prefix}) + 1 as next`);
  return `${prefix}${String(next).padStart(4, "0")}`;
}

export async function insertPaper(
  ctx: ActContext,
  paper: Omit<PaperRow, "preparedBy" | "preparedAt">,
): Promise<void> {
  await rows(
    ctx.tx,
    sql`insert into papers (id, number, space, title, territory_id, agreement_id, as_of, known_on, hash, content, agreements,
                            recorded_by_label, recorded_at)
        values (${paper.id}, ${paper.number}, ${paper.space}, ${paper.title}, ${paper.territoryId}, ${paper.agreementId},
                ${paper.asOf}, ${paper.knownOn}, ${paper.hash}, ${paper.content}, ${paper.agreements},
                ${ctx.actor.label}, ${ctx.clock.now()})`,
  );
}
