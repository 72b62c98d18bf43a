// Imports what partners declare, the opening figures of agreements signed before the register among it.
import { sql } from "kysely";
import { type ActContext, defineAct, firstRow, type Space } from "../kernel/index.ts";
import { type PartyIndex, readPartyIndex } from "../organisations/index.ts";
import {
  fieldsThatDiffer,
  importEach,
  importInput,
  importOutcome,
  inCell,
  type RowOf,
  type RowResult,
  refuseCell,
} from "../sheets/index.ts";
import type { declarationsSheet } from "./declarations-sheet.ts";
import { declare } from "./declare.ts";
import { resultErrors } from "./errors.ts";
import { commitmentKey } from "./told.ts";

type Columns = typeof declarationsSheet.columns;
type Line = RowOf<Columns>;

export const importDeclarations = defineAct({
  name: "results.import_declarations",
  permission: "declarations.make",
  // each row is recorded by acts that check where it lies
  scope: "somewhere",
  input: importInput<Columns>(),
  output: importOutcome,
  async run(ctx, given) {
    const { space } = given;
    const parties = await readPartyIndex(ctx.tx, space);
    return importEach(ctx, "declarations", given, (line) => recordLine(ctx, space, parties, line));
  },
});

async function recordLine(
  ctx: ActContext,
  space: Space,
  parties: PartyIndex,
  line: Line,
): Promise<RowResult> {
  const { commitment, period_from: from, period_to: to, quantity } = line;
  if (!commitmentKey.safeParse(commitment).success) {
    refuseCell("commitment", commitment, resultErrors.reference_unreadable());
  }
  const declarant = await inCell("declarant", line.declarant, () => parties.require(line.declarant));
  const object = `${commitment} ${declarant.reference} ${from} – ${to}`;
  const before = await declaredBefore(ctx, space, line, declarant.id);
  if (before === quantity) return { change: "unchanged", object };
  await inCell("commitment", commitment, () =>
    declare(ctx, {
      ...{ commitment, declarant: declarant.id, period: { from, to }, quantity },
      ...(line.declared_on === null ? {} : { declaredOn: line.declared_on }),
      ...(line.note === null ? {} : { note: line.note }),
    }),
  );
  const fields = fieldsThatDiffer({ quantity: before ?? null }, { quantity });
  return { change: before === undefined ? "new" : "changed", object, fields };
}

/** What the declarant says now of exactly this period; a commitment of the other space is refused. */
async function declaredBefore(
  ctx: ActContext,
  space: Space,
  line: Line,
  declarant: string,
): Promise<number | undefined> {
  const commitment = await firstRow(
    ctx.tx,
    sql<{
      id: string;
      space: Space;
    }>`select id, space from find_commitment(${line.commitment}) where id is not null`,
  );
  if (commitment === undefined) {
    refuseCell("commitment", line.commitment, resultErrors.commitment_unknown({ value: line.commitment }));
  }
  if (commitment.space !== space) {
    refuseCell("commitment", line.commitment, resultErrors.other_space({ value: line.commitment }));
  }
  const row = await firstRow(
    ctx.tx,
    sql<{ quantity: number }>`
      select quantity from declarations
      where commitment_id = ${commitment.id} and declarant_id = ${declarant} and replaced_at is null
        and period = daterange(${line.period_from}, ${line.period_to}, '[]')`,
  );
  return row?.quantity;
}
