import { once, readTable } from "./table.ts";

/** Another way in which the press and partners write a region or a province, beside HCP's own. */
export interface Spelling {
  readonly code: string;
  readonly lang: string;
  readonly kind: string;
  readonly spelling: string;
}

export const territorySpellings = once((): Spelling[] =>
  readTable("spellings/territory.csv", ["code", "lang", "kind", "spelling"]),
);
