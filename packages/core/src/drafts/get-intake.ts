// The texts that wait for review, and one of them with everything that its reviewer sees.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, keyText, onlyRow, rows, space } from "../kernel/index.ts";
import { noDecisions } from "./decisions-format.ts";
import { intakeInFull, intakeState, intakeSummary } from "./intake-format.ts";
import { type IntakeRow, intakeOf } from "./intake-store.ts";
import { measureReview } from "./measure-review.ts";
import { joinedFigures, outlineOf } from "./outline.ts";

export function summaryOf(row: IntakeRow): z.infer<typeof intakeSummary> {
  const { id, state, language, revision, wanted, decided, reason } = row;
  return {
    ...{ id, state, language, revision, wanted, decided, reason },
    ...{ space: row.space, file: row.file_name, hash: row.file_hash },
    ...{ openedAt: row.opened_at.toISOString(), openedBy: row.opened_by },
    ...{ changedAt: row.changed_at.toISOString(), changedBy: row.changed_by },
    ...{ document: row.document_id, agreements: [...row.agreements] },
  };
}

export const listIntakes = defineQuery({
  name: "drafts.intakes",
  permission: "drafts.read",
  scope: "somewhere",
  input: z.object({
    space,
    state: intakeState.optional(),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), intakes: z.array(intakeSummary) }),
  async run(ctx, input) {
    const { state = null, limit, offset } = input;
    const kept = sql`
      from intakes where space = ${input.space} and (${state}::text is null or state = ${state})`;
    const { total } = await onlyRow(ctx.tx, sql<{ total: number }>`select count(*)::int as total ${kept}`);
    const found = await rows(
      ctx.tx,
      sql<IntakeRow>`
        select id, space, file_name, file_hash, state, language, wanted, decided, reason, document_id, agreements,
               opened_at, opened_by, changed_at, changed_by, revision
        ${kept} order by changed_at desc, id desc limit ${limit} offset ${offset}`,
    );
    return { total, intakes: found.map(summaryOf) };
  },
});

export const getIntake = defineQuery({
  name: "drafts.intake",
  permission: "drafts.read",
  scope: "somewhere",
  input: z.object({ intake: keyText }),
  output: intakeInFull,
  async run(ctx, { intake: id }) {
    const row = await intakeOf(ctx.tx, id);
    const { draft, words, decisions, pages_without_text } = row;
    const fixed = { ...summaryOf(row), draft, words, decisions, pagesWithoutText: [...pages_without_text] };
    if (draft === null) return { ...fixed, ...nothingYet, decisions: noDecisions };
    const { known, application, items, obstacles, wanted, decided } = await measureReview(ctx, {
      ...row,
      draft,
    });
    const { draft: made, review } = application;
    const closed = row.state !== "open";
    const recorded = row.state === "recorded" ? row.result : null;
    return {
      ...fixed,
      ...(closed ? {} : { wanted, decided }),
      ...{ items: [...items], obstacles: closed ? [] : [...obstacles] },
      likely: closed
        ? []
        : [...(application.suggestions?.likely ?? [])].map((one) => ({ ...one, ...lists(one) })),
      joined: joinedFigures(application, known),
      result: recorded ?? (made && review ? { draft: made, review } : null),
      outline: outlineOf(application, known),
    };
  },
});

const nothingYet = { items: [], obstacles: [], likely: [], joined: [], result: null, outline: null };

interface Lists<Told, Source> {
  readonly agrees: readonly Told[];
  readonly differs: readonly Told[];
  readonly sources: readonly Source[];
  readonly agreements: readonly string[];
}

/** The same lists as the answer's own. */
function lists<Told, Source>({ agrees, differs, sources, agreements }: Lists<Told, Source>) {
  return { agrees: [...agrees], differs: [...differs], sources: [...sources], agreements: [...agreements] };
}
