import { numberOrNull, once, orNull, readTable } from "./table.ts";

/** An occupation of ROME v3, the working list of counsellors; its ISCO-08 group is a suggestion, never official. */
export interface Occupation {
  readonly code: string;
  readonly domain: string;
  readonly labelFr: string;
  readonly titleCount: number;
  readonly iscoCandidate: string | null;
  readonly candidateShare: number | null;
  readonly candidateSupport: number | null;
}

export const occupations = once(() =>
  readTable("occupations/rome.csv", [
    "code",
    "domain",
    "label_fr",
    "n_appellations",
    "isco08_candidate",
    "candidate_share",
    "candidate_support",
  ]).map(
    (row): Occupation => ({
      code: row.code,
      domain: row.domain,
      labelFr: row.label_fr,
      titleCount: Number(row.n_appellations),
      iscoCandidate: orNull(row.isco08_candidate),
      candidateShare: numberOrNull(row.candidate_share),
      candidateSupport: numberOrNull(row.candidate_support),
    }),
  ),
);

export interface OccupationDomain {
  readonly code: string;
  readonly level: number;
  readonly parent: string | null;
  readonly labelFr: string;
}

/** ROME's 14 broad domains (level 1) and 110 domains (level 2). */
export const occupationDomains = once(() =>
  readTable("occupations/rome_domains.csv", ["code", "level", "parent", "label_fr"]).map(
    (row): OccupationDomain => ({
      code: row.code,
      level: Number(row.level),
      parent: orNull(row.parent),
      labelFr: row.label_fr,
    }),
  ),
);

/** A job title as people type it, with the ROME occupation that it belongs to. */
export interface JobTitle {
  readonly code: string;
  readonly occupation: string;
  readonly labelFr: string;
}

export const jobTitles = once(() =>
  readTable("occupations/rome_appellations.csv.gz", ["ogr", "rome_code", "label_fr"]).map(
    (row): JobTitle => ({ code: row.ogr, occupation: row.rome_code, labelFr: row.label_fr }),
  ),
);
