// Records what a passage says, as a value: a figure, a date, a party, an aim. An announcement is never in the ledger.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, type Db, defineAct, rows, type Space } from "../kernel/index.ts";
import { sourceErrors } from "./errors.ts";
import { type AssertedValue, assertedValue } from "./model.ts";
import { insertAssertions } from "./store.ts";

export const assertValue = defineAct({
  name: "sources.assert_value",
  permission: "sources.record",
  scope: "somewhere",
  input: assertedValue,
  output: z.object({ id: z.uuid() }),
  async run(ctx, given) {
    const [id = ""] = await assertValues(ctx, [given]);
    await ctx.journal({ object: { kind: "assertion", id }, after: given });
    return { id };
  },
});

/**
 * Records assertions set-wise for the act that calls it, which journals. The space is that of the document.
 * @returns their ids, in the order given
 * @throws `sources.passage_unknown`, `indicator_unknown`, `speaker_unknown`, `territory_unknown`
 */
export async function assertValues(ctx: ActContext, values: readonly AssertedValue[]): Promise<string[]> {
  if (values.length === 0) return [];
  const spaces = await spacesOfPassages(ctx.tx, values);
  const given = values.map((value) => {
    const space = spaces.get(`${value.documentId} ${value.passageId}`);
    if (!space) throw sourceErrors.passage_unknown({ passage: value.passageId, document: value.documentId });
    return { ...value, id: ctx.ids.next(), space };
  });
  await checkIndicators(ctx.tx, values);
  await checkSpeakers(ctx.tx, given);
  await checkTerritories(ctx.tx, given);
  await insertAssertions(ctx.tx, given, ctx.clock.now());
  return given.map((row) => row.id);
}

async function spacesOfPassages(tx: Db, values: readonly AssertedValue[]): Promise<Map<string, Space>> {
  const found = await rows(
    tx,
    sql<{ id: string; document_id: string; space: Space }>`
      select p.id, p.document_id, d.space from passages p join documents d on d.id = p.document_id
      where p.id = any(${values.map((value) => value.passageId)}::uuid[])`,
  );
  return new Map(found.map((row) => [`${row.document_id} ${row.id}`, row.space]));
}

async function checkIndicators(tx: Db, values: readonly AssertedValue[]): Promise<void> {
  const codes = values.flatMap((value) => value.indicator ?? []);
  const [missing] = await rows(
    tx,
    sql<{ code: string }>`
      select code from unnest(${codes}::text[]) as given (code)
      where not exists (select from indicators i where i.code = given.code)`,
  );
  if (missing) throw sourceErrors.indicator_unknown({ indicator: missing.code });
}

type InSpace = AssertedValue & { readonly space: Space };

async function checkSpeakers(tx: Db, values: readonly InSpace[]): Promise<void> {
  const said = values.filter((value) => value.saidBy);
  const [missing] = await rows(
    tx,
    sql<{ id: string; space: Space }>`
      select id, space
      from unnest(${said.map((value) => value.saidBy)}::uuid[], ${said.map((value) => value.space)}::text[])
           as given (id, space)
      where not exists (select from office_holders o where o.id = given.id and o.space = given.space)`,
  );
  if (missing) throw sourceErrors.speaker_unknown({ speaker: missing.id, space: missing.space });
}

async function checkTerritories(tx: Db, values: readonly InSpace[]): Promise<void> {
  const placed = values.filter((value) => value.territoryId);
  const [missing] = await rows(
    tx,
    sql<{ id: string; space: Space }>`
      select id, space
      from unnest(${placed.map((value) => value.territoryId)}::uuid[], ${placed.map((value) => value.space)}::text[])
           as given (id, space)
      where not exists (select from territories t where t.id = given.id and t.space = given.space)`,
  );
  if (missing) throw sourceErrors.territory_unknown({ territory: missing.id, space: missing.space });
}
