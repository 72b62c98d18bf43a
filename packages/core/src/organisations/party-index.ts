// The organisations of a space by every name that they have or had, for reading files.

import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type Db, rows, type Space } from "../kernel/index.ts";
import { nearestOf, sheetErrors } from "../sheets/index.ts";
import { organisationErrors } from "./errors.ts";

export interface IndexedParty {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
}

export interface PartyIndex {
  /**
   * The one organisation that the words mean: reference, ICE or a name.
   * @throws `sheets.reference_unknown` with the nearest name, `organisations.ambiguous`
   */
  require(words: string): IndexedParty;
  add(party: IndexedParty, names: readonly string[]): void;
}

/** Reads every organisation of the space, once a file. */
export async function readPartyIndex(db: Db, space: Space): Promise<PartyIndex> {
  const known = new Map<string, Map<string, IndexedParty>>();
  const spellings = new Map<string, string>();
  const add = (party: IndexedParty, names: readonly string[]) => {
    for (const name of [party.reference, party.name, ...names]) {
      const folded = foldName(name);
      if (folded === "") continue;
      known.set(folded, (known.get(folded) ?? new Map()).set(party.id, party));
      spellings.set(folded, name);
    }
  };
  for (const { names, ...party } of await readParties(db, space)) add(party, names);
  const require = (words: string) => {
    const found = [...(known.get(foldName(words))?.values() ?? [])];
    const exact = found.find(({ reference }) => reference === words);
    const [first, second] = exact === undefined ? found : [exact];
    if (first === undefined) {
      const near = nearestOf(foldName(words), spellings.keys());
      throw sheetErrors.reference_unknown({ value: words, near: (near && spellings.get(near)) ?? "–" });
    }
    if (second === undefined) return first;
    throw organisationErrors.ambiguous({
      organisation: words,
      references: found.map(({ reference }) => reference),
    });
  };
  return { require, add };
}

function readParties(db: Db, space: Space): Promise<(IndexedParty & { names: string[] })[]> {
  return rows(
    db,
    sql<IndexedParty & { names: string[] }>`
      select o.id, o.reference, o.name,
             array(select n.name from organisation_names n where n.organisation_id = o.id)
             || array_remove(array[o.ice], null) as names
      from organisations o where o.space = ${space}`,
  );
}
