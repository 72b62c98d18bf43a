// The reference data as rows of the vocabulary's tables.
import {
  CODE_LISTS,
  codes,
  contractTypes,
  educationLevels,
  foldName,
  indicatorAliases,
  indicators,
  iscoGroups,
  measureSettings,
  measures,
  occupationDomains,
  occupations,
  populations,
  programmes,
  sectors,
  units,
} from "@iltizam/reference";
import type { IndicatorRow } from "./model.ts";

export interface EntryRow {
  readonly scheme: string;
  readonly code: string;
  readonly position: number;
  readonly parent: string | null;
  readonly level: number | null;
  readonly fr: string;
  readonly ar: string | null;
  readonly en: string | null;
  readonly arReviewed: boolean;
  readonly folded: string;
  readonly details: Readonly<Record<string, unknown>>;
}

type Entry = Pick<EntryRow, "code" | "fr"> & Partial<EntryRow>;

/** Numbers the entries of a scheme in their usual order. A missing French label is the English one. */
function scheme(name: string, entries: readonly Entry[]): EntryRow[] {
  return entries.map((entry, index) => {
    const { ar = null, en = null } = entry;
    const folded = [entry.fr, ar, en].flatMap((text) => (text === null ? [] : foldName(text))).join(" | ");
    const row = { parent: null, level: null, arReviewed: false, details: {}, ...entry, ar, en };
    return { ...row, scheme: name, position: index + 1, folded };
  });
}

/** Occupations, sectors, education levels, contract types and the closed lists. */
export function entryRows(): EntryRow[] {
  return [
    ...scheme("rome-3", [
      ...occupationDomains().map(({ code, level, parent, labelFr }) => ({
        code,
        level,
        parent,
        fr: labelFr,
      })),
      ...occupations().map(({ code, domain, labelFr, iscoCandidate, candidateShare, candidateSupport }) => ({
        code,
        level: 3,
        parent: domain,
        fr: labelFr,
        details: { iscoCandidate, candidateShare, candidateSupport },
      })),
    ]),
    ...scheme(
      "isco-08",
      iscoGroups().map(({ code, level, parent, labelFr, labelEn, labelAr }) => ({
        code,
        level,
        parent,
        fr: labelFr,
        en: labelEn,
        ar: labelAr,
      })),
    ),
    ...scheme(
      "isic-4",
      sectors().map(({ label, ...sector }) => ({ ...sector, ...label })),
    ),
    ...scheme(
      "isced-2011",
      educationLevels().map(({ code, label, examplesFr }) => ({ code, ...label, details: { examplesFr } })),
    ),
    ...scheme(
      "contract_types",
      contractTypes().map(({ code, label, ...details }) => ({ code, ...label, details })),
    ),
    ...CODE_LISTS.flatMap((list) => scheme(list, codes(list).map(ofCode))),
    ...scheme("units", units().map(ofCode)),
  ];
}

const ofCode = ({ code, label, arReviewed }: { code: string; label: object; arReviewed: boolean }) => ({
  code,
  fr: "",
  ...label,
  arReviewed,
});

/** Indicators and aliases; an alias bears the unit and nature of what it stands for. */
export function indicatorRows(): IndicatorRow[] {
  const defined = indicators().map((row): IndicatorRow => ({ ...row, aliasReason: null }));
  const byCode = new Map(defined.map((row) => [row.code, row]));
  const aliases = indicatorAliases().flatMap(({ code, aliasOf, reason }) => {
    const target = byCode.get(aliasOf);
    return target === undefined ? [] : [{ ...target, code, aliasOf, aliasReason: reason }];
  });
  return [...defined, ...aliases];
}

/** The first version of every definition. */
export const versionRows = () => indicators();

export const populationRows = () => populations();

/** Measures with what secondary sources say of the programme behind them. */
export function measureRows() {
  const byCode = new Map(programmes().map((programme) => [programme.code, programme]));
  return measures().map(({ programme, ...measure }) => {
    const known = programme === null ? undefined : byCode.get(programme);
    const { status = null, targetFr = null, instrumentFr = null, source = null } = known ?? {};
    return { ...measure, status, targetFr, instrumentFr, source };
  });
}

export const settingRows = () => measureSettings();
