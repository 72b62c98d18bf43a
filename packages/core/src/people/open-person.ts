// Opens what is sealed for a person or in a box, whatever generation of keys it lies under.
import { bringGeneration, type Context } from "../kernel/index.ts";
import { type PersonFields, personFields } from "./model.ts";
import { openDataKey, openValue, type WrappedKey } from "./seal-fields.ts";
import type { VaultRow } from "./store.ts";

/**
 * The data key, with the keys read anew when they lack its generation: a rotation may have gone on since this process
 * began. @throws `people.keys_missing`, `people.key_unknown`, `people.sealed_unreadable`
 */
export async function dataKeyOf(ctx: Context, boundTo: string, wrapped: WrappedKey): Promise<Buffer> {
  await bringGeneration(ctx.keys, wrapped.number);
  return openDataKey(ctx.keys, boundTo, wrapped);
}

export interface OpenedPerson {
  readonly dataKey: Buffer;
  readonly fields: PersonFields;
}

export async function openPerson(ctx: Context, row: VaultRow): Promise<OpenedPerson> {
  const { subject_id: subject, wrapped_key: wrapped, key_number: number, fields } = row;
  const dataKey = await dataKeyOf(ctx, subject, { wrapped, number });
  return { dataKey, fields: personFields.parse(openValue(dataKey, subject, fields)) };
}
