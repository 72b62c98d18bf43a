// The agreements of a space by reference and title, for reading files.

import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type Db, rows, type Space } from "../kernel/index.ts";
import { nearestOf, sheetErrors } from "../sheets/index.ts";

export interface IndexedAgreement {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
}

export interface AgreementIndex {
  find(words: string): readonly IndexedAgreement[];
  /** @throws `sheets.reference_unknown` with the nearest one, `sheets.reference_ambiguous` */
  require(words: string): IndexedAgreement;
  add(agreement: IndexedAgreement): void;
}

/** Reads every agreement of the space, once a file. */
export async function readAgreementIndex(db: Db, space: Space): Promise<AgreementIndex> {
  const known = new Map<string, IndexedAgreement[]>();
  const put = (name: string | null, agreement: IndexedAgreement) => {
    const folded = foldName(name ?? "");
    if (folded === "") return;
    const others = (known.get(folded) ?? []).filter(({ id }) => id !== agreement.id);
    known.set(folded, [...others, agreement]);
  };
  const recorded = await rows(
    db,
    sql<IndexedAgreement & { titles: (string | null)[] }>`
      select id, reference, title, array[title_ar, title_en] as titles from agreements where space = ${space}`,
  );
  for (const { titles, ...agreement } of recorded) {
    for (const name of [agreement.reference, agreement.title, ...titles]) put(name, agreement);
  }
  const find = (words: string): readonly IndexedAgreement[] => {
    const found = known.get(foldName(words)) ?? [];
    const exact = found.find(({ reference }) => reference === words);
    return exact === undefined ? found : [exact];
  };
  const require = (words: string): IndexedAgreement => {
    const [first, second, ...more] = find(words);
    if (first === undefined) {
      const near = nearestOf(foldName(words), known.keys());
      const meant = near === undefined ? undefined : known.get(near)?.[0]?.reference;
      throw sheetErrors.reference_unknown({ value: words, near: meant ?? "–" });
    }
    if (second === undefined) return first;
    const candidates = [first, second, ...more].map(({ reference }) => reference);
    throw sheetErrors.reference_ambiguous({ value: words, candidates });
  };
  const add = (agreement: IndexedAgreement) => {
    put(agreement.reference, agreement);
    put(agreement.title, agreement);
  };
  return { find, require, add };
}
