// Loads the register of the deployment into a space; a second load changes only what the register has changed.
import { territorySpellings } from "@iltizam/reference";
import { z } from "zod";
import { dayOf, defineAct, plainDate, space } from "../kernel/index.ts";
import { territoryErrors } from "./errors.ts";
import { type RegisterRow, registerRows, statisticRows } from "./register.ts";
import {
  addSpellings,
  type KnownTerritory,
  nameHoldingFrom,
  officialNames,
  readKnown,
  renameTerritories,
  type StoredRow,
  upsertStatistics,
  upsertTerritories,
} from "./store.ts";

/**
 * `since` is the day from which changed names hold (default: today). Territories that the register no longer has stay:
 * facts lie in them.
 * @throws `territory.loaded_later` when a name that changes began on `since` or later.
 */
export const loadTerritory = defineAct({
  name: "territory.load",
  permission: "territory.load",
  input: z.object({ space, since: plainDate.optional() }),
  output: z.object({ territories: z.int(), added: z.int(), changed: z.int(), renamed: z.int() }),
  run: async (ctx, input) => {
    const since = input.since ?? dayOf(ctx.clock.now(), ctx.timeZone);
    const territories = withIds(registerRows(), await readKnown(ctx.tx, input.space), () => ctx.ids.next());
    const written = await upsertTerritories(ctx.tx, input.space, territories);
    const names = territories.flatMap(officialNames);
    const later = await nameHoldingFrom(ctx.tx, names, since);
    if (later !== undefined) throw territoryErrors.loaded_later({ ...later, since });
    const renamed = await renameTerritories(ctx.tx, names, since);
    await addSpellings(ctx.tx, spellingsOf(territories));
    await upsertStatistics(ctx.tx, input.space, statisticRows());
    const added = written.filter((row) => row.added).length;
    const result = { territories: territories.length, added, changed: written.length - added, renamed };
    await ctx.journal({
      object: { kind: "territory_register", id: input.space },
      after: { ...result, since },
    });
    return result;
  },
});

function withIds(
  register: readonly RegisterRow[],
  known: readonly KnownTerritory[],
  nextId: () => string,
): StoredRow[] {
  const key = (row: { scheme: string; code: string }) => `${row.scheme}/${row.code}`;
  const ids = new Map(known.map((row) => [key(row), row.id]));
  for (const row of register) if (!ids.has(key(row))) ids.set(key(row), nextId());
  return register.map(({ parent, ...row }) => ({
    ...row,
    id: ids.get(key(row)) ?? nextId(),
    parentId: parent === null ? null : (ids.get(key(parent)) ?? null),
  }));
}

function spellingsOf(territories: readonly StoredRow[]) {
  const ids = new Map(territories.map((row) => [row.code, row.id]));
  return territorySpellings().flatMap(({ code, lang, kind, spelling }) => {
    const id = ids.get(code);
    return id === undefined || kind === "english" ? [] : [{ id, language: lang, name: spelling }];
  });
}
