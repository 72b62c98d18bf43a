// Codes of the second factor (RFC 6238) and the recovery codes beside them. Each serves once.
import { sql } from "kysely";
import { Secret, TOTP } from "otpauth";
import { bringGeneration, type Context, type Db, firstRow } from "../kernel/index.ts";
import { openSecret, type SealedSecret } from "./seal-secret.ts";
import { hashToken, randomLetters } from "./secrets.ts";

const period = 30;

/** SHA-1, six digits, thirty seconds: what every application of codes reads. */
export function totpOf(secret: string, mail: string): TOTP {
  return new TOTP({ issuer: "Iltizam", label: mail, secret: Secret.fromBase32(secret), period });
}

export const newSecret = () => new Secret({ size: 20 }).base32;

export interface FactorRow extends SealedSecret {
  readonly user: string;
  readonly confirmedAt: Date | null;
}

export function factorOf(db: Db, user: string): Promise<FactorRow | undefined> {
  return firstRow(
    db,
    sql<FactorRow>`
      select user_id as user, sealed_secret as sealed, key_number as "keyNumber", confirmed_at as "confirmedAt"
      from second_factors where user_id = ${user}`,
  );
}

/** Takes a code of the application, of this half minute or of a neighbouring one; never the same one twice. */
export async function takeCode(ctx: Context, tx: Db, factor: FactorRow, code: string): Promise<boolean> {
  const token = code.replace(/\s/g, "");
  // the library compares bytes of one length only
  if (!/^[0-9]{6}$/.test(token)) return false;
  const at = ctx.clock.now().getTime();
  await bringGeneration(ctx.keys, factor.keyNumber);
  const totp = totpOf(openSecret(ctx.keys, factor.user, factor), "");
  const delta = totp.validate({ token, timestamp: at, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(at / 1000 / period) + delta;
  const { rows } = await sql`
    update second_factors set last_step = ${step}
    where user_id = ${factor.user} and last_step < ${step} returning user_id`.execute(tx);
  return rows.length === 1;
}

/** Sixteen letters in groups of four, eighty bits: «abcd-efgh-jkmn-pqrs». */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => (randomLetters(16).match(/.{4}/g) ?? []).join("-"));

const recoveryHash = (code: string) => hashToken(code.toLowerCase().replace(/[\s-]/g, ""));

export async function keepRecoveryCodes(tx: Db, user: string, codes: readonly string[]): Promise<void> {
  await sql`delete from recovery_codes where user_id = ${user}`.execute(tx);
  await sql`
    insert into recovery_codes (user_id, code_hash)
    select ${user}, hash from unnest(${codes.map(recoveryHash)}::bytea[]) as hash`.execute(tx);
}

export async function takeRecoveryCode(tx: Db, user: string, code: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update recovery_codes set used_at = ${at}
    where user_id = ${user} and code_hash = ${recoveryHash(code)} and used_at is null
    returning user_id`.execute(tx);
  return rows.length === 1;
}
