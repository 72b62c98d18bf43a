// The three moments of a rotation that are acts: the next generation is known, it becomes current, the older one retires.
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { z } from "zod";
import { type Context, defineAct, type KeyGeneration, keyText, rows } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { fingerprintsOf } from "./keys-of-database.ts";
import { hashAnew, type Turn } from "./rotation.ts";

const permission = "keys.rotate";
const installation = { kind: "installation", id: "keys" };
const output = z.object({});

export const keepNextGeneration = defineAct({
  name: "people.begin_rotation",
  permission,
  input: z.object({ number: z.int(), lookup: keyText, master: keyText }),
  output,
  async run(ctx, { number, lookup, master }) {
    await sql`
      insert into vault_generations (number, lookup_fingerprint, master_fingerprint, recorded_at)
      values (${number}, ${lookup}, ${master}, ${ctx.clock.now()}) on conflict do nothing`.execute(ctx.tx);
    await ctx.journal({ object: installation, after: { generation: number, state: "begun" } });
    return {};
  },
});

/** From now on this database knows the next generation. */
export async function keepNext(
  ctx: Context,
  next: KeyGeneration & { readonly number: number },
): Promise<void> {
  const [lookup, master] = fingerprintsOf(next);
  await keepNextGeneration(ctx, { number: next.number, lookup, master });
}

const turnInput = z.custom<Turn>((value) => typeof value === "object");

/** The last documents are hashed while nobody else looks one up; then the next generation is the current one. */
export const turnGeneration = defineAct({
  name: "people.turn_generation",
  permission,
  input: turnInput,
  output,
  async run(ctx, turn) {
    await sql`set local lock_timeout = '300ms'`.execute(ctx.tx);
    await sql`select pg_advisory_xact_lock(hashtextextended('iltizam.keys', 0))`.execute(ctx.tx);
    let after: Parameters<typeof hashAnew>[2];
    do {
      after = (await hashAnew(ctx.tx, turn, after)).next;
    } while (after !== undefined);
    await sql`
      update vault_generations set current_since = ${ctx.clock.now()}
      where number = ${turn.to.number} and current_since is null`.execute(ctx.tx);
    await ctx.journal({ object: installation, after: { generation: turn.to.number, state: "current" } });
    return {};
  },
});

const lockTimeout = "55P03";
const patience = 30 * 60_000;

/**
 * Waits a third of a second at a time, so that nobody waits behind it for longer; an import under way is waited for.
 * @throws `people.rotation_waits` after half an hour
 */
export async function makeCurrent(ctx: Context, turn: Turn): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      await turnGeneration(ctx, turn);
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === lockTimeout)) throw error;
      if (performance.now() > until) throw peopleErrors.rotation_waits();
      await sleep(200 + Math.random() * 300);
    }
  }
}

export const retireOlder = defineAct({
  name: "people.retire_generation",
  permission,
  input: z.object({ number: z.int() }),
  output: z.object({ retired: z.boolean() }),
  async run(ctx, { number }) {
    await sql`select pg_advisory_xact_lock(hashtextextended('iltizam.keys', 0))`.execute(ctx.tx);
    const retired = await rows(
      ctx.tx,
      sql`
      update vault_generations g set retired_at = ${ctx.clock.now()}
      where number = ${number} and retired_at is null
        and not exists (select from vault_documents where key_number = g.number)
        and not exists (select from vault_persons where key_number = g.number)
        and not exists (select from vault_boxes where key_number = g.number)
        and not exists (select from vault_files where key_number = g.number)
        and not seals_second_factors(g.number)
      returning number`,
    );
    const state = retired.length === 1 ? "retired" : "still in use";
    await ctx.journal({ object: installation, after: { generation: number, state } });
    return { retired: retired.length === 1 };
  },
});

/** The older generation retires. @throws `people.generation_in_use` when somebody sealed under it a moment ago */
export async function retire(ctx: Context, number: number): Promise<void> {
  const { retired } = await retireOlder(ctx, { number });
  if (!retired) throw peopleErrors.generation_in_use({ number });
}
