// Changes the vault's keys while everybody works: a new generation is made and kept in the key file, every document is
// hashed under it beside its older row, then it becomes current in one moment, then the older rows and keys go. A
// rotation that is interrupted at any place goes on from there the next time.
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { resealSecondFactors } from "../identity/index.ts";
import { type Context, inReading, type KeyRing, onlyRow } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { addGeneration, keysOfFile, retireGeneration } from "./key-file.ts";
import { type KnownGeneration, knownGenerations, ringOf } from "./keys-of-database.ts";
import { countUnder, forgetOlder, hashAnew, type Turn, walk, wrapAllAnew } from "./rotation.ts";
import { keepNext, makeCurrent, retire } from "./turn-generation.ts";

export interface Rotation {
  readonly from: number;
  readonly to: number;
  readonly documents: number;
  /** Persons, boxes and files whose key was wrapped anew. */
  readonly wrapped: number;
  /** Where the keys that nothing here needs any more were put: backups made before need them. */
  readonly retiredFile: string;
}

export interface RotationPlace {
  /** The key file of the installation. */
  readonly file: string;
  /** Milliseconds that other processes are given to read the new keys before the older ones retire; default 6000. */
  readonly settle?: number;
  /** How much is done, of how much. */
  readonly tell?: (done: number, total: number) => void;
}

/**
 * @throws `people.rotation_running` when another one is at work, `people.rotation_waits` when an import holds the keys
 * for too long (what was done stays done), `people.keys_lost`
 */
export async function rotateKeys(ctx: Context, place: RotationPlace): Promise<Rotation> {
  return ctx.db.connection().execute(async (own) => {
    const { free } = await onlyRow(
      own,
      sql<{ free: boolean }>`select pg_try_advisory_lock(hashtextextended('iltizam.rotation', 0)) as free`,
    );
    if (!free) throw peopleErrors.rotation_running();
    try {
      return await rotate(ctx, place);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended('iltizam.rotation', 0))`.execute(own);
    }
  });
}

async function rotate(
  ctx: Context,
  { file, settle = 6_000, tell = () => undefined }: RotationPlace,
): Promise<Rotation> {
  const turn = await beginTurn(ctx, file);
  const { documents, wrapped } = await inReading(ctx, (tx) => countUnder(tx, turn.from.number));
  const total = 2 * documents + wrapped;
  let done = 0;
  const onward = (more: number) => {
    done += more;
    tell(Math.min(done, total), total);
  };
  await hashAll(ctx, turn, onward);
  await makeCurrent(ctx, turn);
  await ctx.keys?.renew?.();
  let rewrapped = 0;
  rewrapped += await resealSecondFactors(ctx);
  for (const batch of wrapAllAnew) rewrapped += await walk(ctx, turn, batch, onward);
  await walk(ctx, turn, forgetOlder, onward);
  await sleep(settle);
  rewrapped += await resealSecondFactors(ctx);
  await retire(ctx, turn.from.number);
  const retiredFile = await retireGeneration(file, turn.from.number, turn.to.number);
  await ctx.keys?.renew?.();
  tell(total, total);
  return { from: turn.from.number, to: turn.to.number, documents, wrapped: rewrapped, retiredFile };
}

/** What comes in while a pass runs is left to the next one, and the last few to the moment of the change. */
async function hashAll(ctx: Context, turn: Turn, onward: (more: number) => void): Promise<void> {
  const few = 1_000;
  while ((await walk(ctx, turn, hashAnew, onward)) > few);
}

/** Where an interrupted rotation stopped, or a new one; the new keys lie in the file before anything is written under them. */
async function beginTurn(ctx: Context, file: string): Promise<Turn> {
  const known = await knownGenerations(ctx.db);
  const current = Math.max(...known.filter(({ isCurrent }) => isCurrent).map(({ number }) => number));
  const ring = await keysOfFile(file);
  if (ring === undefined) throw peopleErrors.keys_lost({ file });
  ringOf(ring, known, file);
  for (const { number, isRetired } of known) {
    if (isRetired && ring.generations.has(number)) await retireGeneration(file, number, current);
  }
  const unfinished = known.find(({ number, isRetired }) => number < current && !isRetired);
  if (unfinished !== undefined) return turnOf(ring, unfinished.number, current);
  const next = nextNumber(known, current);
  const withNext = ring.generations.has(next) ? ring : await addGeneration(file, ring, next, ctx.clock);
  const turn = turnOf(withNext, current, next);
  await keepNext(ctx, turn.to);
  return turn;
}

function nextNumber(known: readonly KnownGeneration[], current: number): number {
  return known.find(({ number }) => number > current)?.number ?? current + 1;
}

function turnOf({ generations }: KeyRing, from: number, to: number): Turn {
  const generation = (number: number) => {
    const found = generations.get(number);
    if (found === undefined) throw peopleErrors.key_unknown({ number });
    return { ...found, number };
  };
  return { from: generation(from), to: generation(to) };
}
