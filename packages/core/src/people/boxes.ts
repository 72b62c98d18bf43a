// Texts that may name somebody lie in boxes: each under a key of its own, wrapped by the master key, gone with the box.
import { sql } from "kysely";
import { type ActContext, type Context, dbOf, rows } from "../kernel/index.ts";
import { holdKeys } from "./hold-keys.ts";
import { dataKeyOf } from "./open-person.ts";
import { newDataKey, openValue, sealValue } from "./seal-fields.ts";

/** Seals a value that JSON can hold; gives the box's id. With a subject the box goes when that person is erased. */
export async function sealBox(ctx: ActContext, content: unknown, subject?: string): Promise<string> {
  await holdKeys(ctx);
  const id = ctx.ids.next();
  const { dataKey, wrapped, number } = newDataKey(ctx.keys, id);
  await sql`
    insert into vault_boxes (id, subject_id, wrapped_key, key_number, content, recorded_at)
    values (${id}, ${subject ?? null}, ${wrapped}, ${number}, ${sealValue(dataKey, id, content)}, ${ctx.clock.now()})
  `.execute(ctx.tx);
  return id;
}

interface BoxRow {
  readonly id: string;
  readonly wrapped_key: Buffer;
  readonly key_number: number;
  readonly content: Buffer;
}

/** What boxes hold, by id; one that was destroyed is not among them. @throws `people.keys_missing` */
export async function openBoxes(ctx: Context, ids: readonly string[]): Promise<Map<string, unknown>> {
  const found = await rows(
    dbOf(ctx),
    sql<BoxRow>`select id, wrapped_key, key_number, content from vault_boxes where id = any(${ids}::uuid[])`,
  );
  const opened = found.map(async ({ id, wrapped_key: wrapped, key_number: number, content }) => {
    const dataKey = await dataKeyOf(ctx, id, { wrapped, number });
    return [id, openValue(dataKey, id, content)] as const;
  });
  return new Map(await Promise.all(opened));
}

/** From now on the boxes go with this person. */
export async function bindBoxes(ctx: ActContext, ids: readonly string[], subject: string): Promise<void> {
  await sql`update vault_boxes set subject_id = ${subject} where id = any(${ids}::uuid[])`.execute(ctx.tx);
}

/** Destroys boxes with their keys: what they held is gone. */
export async function destroyBoxes(ctx: ActContext, ids: readonly string[]): Promise<void> {
  await sql`delete from vault_boxes where id = any(${ids}::uuid[])`.execute(ctx.tx);
}
