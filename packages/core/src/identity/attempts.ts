// How often a door is knocked at, counted in the database for all servers: by account and network together, so that
// nobody is locked out by somebody else's guesses, then by account, then by network.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Context, nameActor, rows } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { foldMail, later, networkOf } from "./model.ts";

interface Limit {
  readonly scope: keyof typeof limits;
  readonly key: Buffer;
  readonly most: number;
  readonly minutes: number;
}

const limits = {
  pair: { most: 6, minutes: 15 },
  account: { most: 60, minutes: 60 },
  network: { most: 300, minutes: 15 },
} as const;

const keyOf = (...parts: readonly string[]) => createHash("sha256").update(JSON.stringify(parts)).digest();

function limitsOf(what: string, account: string, address: string): readonly Limit[] {
  const mail = foldMail(account);
  const network = networkOf(address);
  return [
    { ...limits.pair, scope: "pair", key: keyOf(what, "pair", mail, network) },
    { ...limits.account, scope: "account", key: keyOf(what, "account", mail) },
    { ...limits.network, scope: "network", key: keyOf(what, "network", network) },
  ];
}

/**
 * Counts an attempt before it is judged, so that a thousand at once are a thousand. It stays counted whatever follows;
 * `forgive` takes it back for whoever was right.
 * @throws `identity.too_many_attempts`, for accounts that exist and those that do not
 */
export async function countAttempt(
  ctx: Context,
  what: string,
  account: string,
  address: string,
): Promise<{ forgive: () => Promise<void> }> {
  const asked = limitsOf(what, account, address).toSorted((a, b) => a.key.compare(b.key));
  const at = ctx.clock.now();
  const counted = await ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "identity.enter");
    return rows(
      tx,
      sql<{ key: Buffer; count: number; until: Date }>`
        select key, count, until from count_attempts(
          ${asked.map(({ key }) => key)}::bytea[],
          ${asked.map(({ minutes }) => later(at, minutes * 60_000))}::timestamptz[], ${at})`,
    );
  });
  const most = (key: Buffer) => asked.find((one) => one.key.equals(key))?.most ?? 0;
  const over = counted.filter(({ key, count }) => count > most(key)).map(({ until }) => until.getTime());
  if (over.length > 0) {
    const minutes = Math.max(1, Math.ceil((Math.max(...over) - at.getTime()) / 60_000));
    throw identityErrors.too_many_attempts({ minutes });
  }
  return { forgive: () => forgive(ctx, asked) };
}

/** Whoever was right has not guessed: her own count begins anew, the others are one less. */
async function forgive(ctx: Context, limits: readonly Limit[]): Promise<void> {
  const pair = limits.find(({ scope }) => scope === "pair");
  await ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "identity.enter");
    const keys = limits.map(({ key }) => key);
    await sql`select forgive_attempts(${keys}::bytea[], ${pair?.key})`.execute(tx);
  });
}
