// Writes to the table of intakes, and its row.
import { sql } from "kysely";
import {
  type ActContext,
  type Db,
  firstRow,
  isUuid,
  type PartialDate,
  rows,
  type Space,
} from "../kernel/index.ts";
import type { Decisions } from "./decisions-format.ts";
import type { Draft } from "./draft-format.ts";
import { draftErrors } from "./errors.ts";
import type { IntakeState } from "./intake-format.ts";
import type { Words } from "./list-items.ts";
import type { Review } from "./review-format.ts";

export interface IntakeRow {
  readonly id: string;
  readonly space: Space;
  readonly file_name: string;
  readonly file_hash: string;
  readonly published_on: PartialDate | null;
  readonly state: IntakeState;
  readonly language: Draft["source"]["language"] | null;
  readonly draft: Draft | null;
  readonly words: Words;
  readonly pages_without_text: readonly number[];
  readonly decisions: Decisions;
  readonly wanted: number;
  readonly decided: number;
  readonly reason: string | null;
  readonly document_id: string | null;
  /** The draft and the review as they were recorded. */
  readonly result: { readonly draft: Draft; readonly review: Review } | null;
  readonly agreements: readonly string[];
  readonly opened_at: Date;
  readonly opened_by: string;
  readonly changed_at: Date;
  readonly changed_by: string;
  readonly revision: number;
}

/** @throws `drafts.intake_unknown` */
export async function intakeOf(db: Db, id: string): Promise<IntakeRow> {
  const query = sql<IntakeRow>`select * from intakes where id = ${id}`;
  const found = isUuid(id) ? await firstRow(db, query) : undefined;
  if (!found) throw draftErrors.intake_unknown({ intake: id });
  return found;
}

/**
 * The intake, kept from other writers until the act is done, if it is still the one that was read.
 * @throws `drafts.intake_unknown`, `drafts.changed_meanwhile`
 */
export async function lockedIntake(ctx: ActContext, id: string, revision: number): Promise<IntakeRow> {
  await sql`select from intakes where id::text = ${id} for update`.execute(ctx.tx);
  const intake = await intakeOf(ctx.tx, id);
  if (intake.revision !== revision) {
    const { changed_by: by, changed_at: at } = intake;
    throw draftErrors.changed_meanwhile({ by, at: at.toISOString(), revision: intake.revision });
  }
  return intake;
}

type Changes = Partial<
  Pick<
    IntakeRow,
    | "state"
    | "language"
    | "draft"
    | "words"
    | "pages_without_text"
    | "decisions"
    | "wanted"
    | "decided"
    | "reason"
  > & { document_id: string | null; agreements: readonly string[]; result: unknown }
>;

const jsonColumns: ReadonlySet<string> = new Set(["draft", "words", "decisions", "result"]);

/** Writes the changes with who made them, under the next revision. */
export async function changeIntake(ctx: ActContext, id: string, changes: Changes): Promise<void> {
  const sets = Object.entries(changes).map(([column, value]) => {
    const given =
      jsonColumns.has(column) && value !== null ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`;
    return sql`${sql.ref(column)} = ${given}`;
  });
  await sql`
    update intakes
    set ${sql.join([...sets, sql`changed_at = ${ctx.clock.now()}`, sql`changed_by = ${ctx.actor.label}`])},
        revision = revision + 1
    where id = ${id}`.execute(ctx.tx);
}

interface NewIntake {
  readonly id: string;
  readonly space: Space;
  readonly fileName: string;
  readonly hash: string;
  readonly publishedOn: PartialDate | null;
  readonly decisions: Decisions;
}

/** The id of the intake of this file: the one that there is, or a new one. */
export async function insertIntake(
  ctx: ActContext,
  given: NewIntake,
): Promise<{ id: string; isNew: boolean }> {
  const [now, who] = [ctx.clock.now(), ctx.actor.label];
  const written = await rows(
    ctx.tx,
    sql`
      insert into intakes (id, space, file_name, file_hash, published_on, state, decisions, opened_at, opened_by,
                           changed_at, changed_by)
      values (${given.id}, ${given.space}, ${given.fileName}, ${given.hash},
              ${given.publishedOn && JSON.stringify(given.publishedOn)}::jsonb, 'unread',
              ${JSON.stringify(given.decisions)}::jsonb, ${now}, ${who}, ${now}, ${who})
      on conflict (space, file_hash) do nothing
      returning id`,
  );
  if (written.length === 1) return { id: given.id, isNew: true };
  const there = await firstRow(
    ctx.tx,
    sql<{ id: string }>`select id from intakes where space = ${given.space} and file_hash = ${given.hash}`,
  );
  return { id: there?.id ?? given.id, isNew: false };
}

/** Takes back an intake that could not be read: its file says why. */
export async function removeUnread(ctx: ActContext, id: string): Promise<void> {
  await sql`delete from intakes where id = ${id} and state = 'unread'`.execute(ctx.tx);
}
