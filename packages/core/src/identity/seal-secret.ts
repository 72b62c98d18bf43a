// The secret of a second factor, sealed under the installation's keys: whoever reads the database makes no codes.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { type Context, type KeyRing, nameActor, rows, systemActor } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";

export interface SealedSecret {
  readonly sealed: Buffer;
  readonly keyNumber: number;
}

function keyOf(keys: KeyRing | undefined, number: number | undefined): { key: Buffer; number: number } {
  const wanted = number ?? keys?.current;
  const generation = wanted === undefined ? undefined : keys?.generations.get(wanted);
  if (generation === undefined || wanted === undefined) throw identityErrors.keys_missing();
  const key = hkdfSync("sha256", generation.master, "", "iltizam second factor", 32);
  return { key: Buffer.from(key), number: wanted };
}

/** @throws `identity.keys_missing` */
export function sealSecret(keys: KeyRing | undefined, user: string, secret: string): SealedSecret {
  const { key, number } = keyOf(keys, undefined);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(user));
  const sealed = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return { sealed, keyNumber: number };
}

/** @throws `identity.keys_missing` */
export function openSecret(
  keys: KeyRing | undefined,
  user: string,
  { sealed, keyNumber }: SealedSecret,
): string {
  const { key } = keyOf(keys, keyNumber);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(user));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString();
}

/**
 * Seals every second factor under the present generation of keys: part of rotating them. Returns how many were older.
 * @throws `identity.keys_missing` when a generation that is still in use is not in the ring
 */
export async function resealSecondFactors(ctx: Context): Promise<number> {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, systemActor, "identity.reseal");
    const old = await rows(
      tx,
      sql<{ user: string; sealed: Buffer; keyNumber: number }>`
        select user_id as user, sealed_secret as sealed, key_number as "keyNumber" from second_factors
        where key_number <> ${ctx.keys?.current ?? 0} order by user_id for update`,
    );
    const anew = old.map((row) => sealSecret(ctx.keys, row.user, openSecret(ctx.keys, row.user, row)));
    await sql`
      update second_factors f set sealed_secret = n.sealed, key_number = n.number
      from unnest(${old.map(({ user }) => user)}::uuid[], ${anew.map(({ sealed }) => sealed)}::bytea[],
                  ${anew.map(({ keyNumber }) => keyNumber)}::smallint[]) as n (user_id, sealed, number)
      where f.user_id = n.user_id`.execute(tx);
    return old.length;
  });
}
