// Whoever looks a document up, or seals something, does it under the generation of keys that is current.
import { sql } from "kysely";
import { type Context, dbOf, onlyRow } from "../kernel/index.ts";
import { currentKeys } from "./document.ts";
import { peopleErrors } from "./errors.ts";

/**
 * Holds the current generation until the transaction ends, and reads the keys anew if a rotation has gone on since.
 * Hashes and seals made after this call are under it. @throws `people.keys_missing`, `people.keys_outdated`
 */
export async function holdKeys(ctx: Context, needed?: "if there are any"): Promise<void> {
  // a file of results without documents goes in without keys too
  if (ctx.keys === undefined && needed !== undefined) return;
  const { number } = currentKeys(ctx.keys);
  const { current } = await onlyRow(
    dbOf(ctx),
    sql<{ current: number | null }>`select hold_keys() as current`,
  );
  if (current === null || current === number) return;
  await ctx.keys?.renew?.();
  if (ctx.keys?.current !== current) throw peopleErrors.keys_outdated({ number: current });
}

const outdated = "IL030";

/**
 * Runs a statement that hashes a document itself; once more with the keys as they are now when a rotation came between
 * and nothing else is lost with the statement. @throws `people.keys_outdated`
 */
export async function withCurrentKeys<Result>(ctx: Context, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!isOutdated(error)) throw error;
    await ctx.keys?.renew?.();
    if (ctx.transaction === undefined) return run().catch(tellOutdated(ctx));
    return tellOutdated(ctx)(error);
  }
}

const isOutdated = (error: unknown) => error instanceof Error && "code" in error && error.code === outdated;

const tellOutdated = (ctx: Context) => (error: unknown) => {
  throw isOutdated(error) ? peopleErrors.keys_outdated({ number: ctx.keys?.current ?? 0 }) : error;
};

/** Reads the keys anew when another generation has become current; a server asks every few seconds. */
export async function keepKeysFresh(ctx: Context): Promise<void> {
  const { current } = await onlyRow(
    dbOf(ctx),
    sql<{ current: number | null }>`select current_generation() as current`,
  );
  if (current !== null && ctx.keys !== undefined && ctx.keys.current !== current) await ctx.keys.renew?.();
}
