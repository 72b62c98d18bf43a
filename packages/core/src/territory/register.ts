// The register of the deployment as rows to load: today Morocco's, from the reference data.
import {
  type CensusLabour,
  type Commune,
  type Country,
  censusLabour,
  communes,
  countries,
  type Province,
  provinces,
  type Region,
  regions,
  surveyLabour,
  territorySpellings,
} from "@iltizam/reference";
import { schemes, type TerritoryKind } from "./model.ts";

export interface RegisterRow {
  readonly scheme: string;
  readonly code: string;
  readonly kind: TerritoryKind;
  readonly parent: { readonly scheme: string; readonly code: string } | null;
  readonly fr: string;
  readonly ar: string;
  readonly en: string | null;
  readonly zgh: string | null;
  readonly type: string | null;
  readonly seat: string | null;
  readonly arReviewed: boolean;
}

export interface StatisticRow {
  readonly scheme: string;
  readonly code: string;
  readonly measure: string;
  readonly method: "census" | "survey";
  readonly year: number;
  readonly sex: "F" | "M" | "all";
  readonly milieu: "urban" | "rural" | "all";
  readonly value: number;
  readonly source: string;
}

const nation = { scheme: schemes.nation, code: "MA" } as const;

const plain = { en: null, zgh: null, type: null, seat: null, arReviewed: true } as const;
const upper = (code: string) => ({ scheme: schemes.upper, code });

/** Every territory, each after its parent; the other countries stand beside the tree, for placements abroad. */
export function registerRows(): RegisterRow[] {
  return [
    ...countries().map(countryRow),
    ...regions().map(regionRow),
    ...provinces().map(provinceRow),
    ...communes().map(communeRow),
  ];
}

function countryRow(country: Country): RegisterRow {
  const { code, nameFr: fr, nameAr: ar, nameEn: en } = country;
  const kind = code === nation.code ? "nation" : "abroad";
  return { ...plain, scheme: schemes.nation, code, kind, parent: null, fr, ar, en };
}

function regionRow(region: Region): RegisterRow {
  const { code, nameFr: fr, nameAr: ar, nameZgh: zgh, chefLieuProvince: seat } = region;
  return { ...plain, ...upper(code), kind: "region", parent: nation, fr, ar, en: english(code), zgh, seat };
}

function provinceRow(province: Province): RegisterRow {
  const { code, nameFr: fr, nameAr: ar, kind: type } = province;
  return {
    ...plain,
    ...upper(code),
    kind: "province",
    parent: upper(province.region),
    fr,
    ar,
    en: english(code),
    type,
  };
}

/** The Arabic name of a commune is reviewed when another list agrees with it. */
function communeRow(commune: Commune): RegisterRow {
  const { code, nameFr: fr, nameAr: ar, milieu: type, arChecks } = commune;
  const parent = upper(commune.province);
  return {
    ...plain,
    scheme: schemes.commune,
    code,
    kind: "commune",
    parent,
    fr,
    ar,
    type,
    arReviewed: arChecks > 0,
  };
}

function english(code: string): string | null {
  const known = territorySpellings().find(
    (spelling) => spelling.code === code && spelling.kind === "english",
  );
  return known?.spelling ?? null;
}

/** Population, households, activity and unemployment. The survey's southern group "SUD" is no territory and is left out. */
export function statisticRows(): StatisticRow[] {
  return [
    ...regions().flatMap(ofRegion),
    ...provinces().flatMap((province) => [
      counted(province.code, "population", province.population2024),
      counted(province.code, "households", province.households2024),
    ]),
    ...censusLabour().flatMap(ofCensus),
    ...surveyLabour()
      .filter((row) => row.region !== "SUD")
      .flatMap((row) => {
        const { year, source } = row;
        return rates(row, { ...counted(row.region, "", 0), method: "survey", year, source });
      }),
  ];
}

function ofRegion(region: Region): StatisticRow[] {
  const all = counted(region.code, "population", region.population2024);
  return [
    all,
    { ...all, milieu: "urban", value: region.urban2024 },
    { ...all, milieu: "rural", value: region.rural2024 },
    { ...all, measure: "households", value: region.households2024 },
    { ...all, year: 2014, value: region.population2014, source: "HCP, RGPH 2014" },
  ];
}

function ofCensus(row: CensusLabour): StatisticRow[] {
  const base = counted(row.region, "active", row.active);
  return [
    base,
    { ...base, measure: "employed", value: row.employed },
    ...rates(row, base),
    ...row.groups.flatMap((group) => rates(group, { ...base, sex: group.sex, milieu: group.milieu })),
  ];
}

/** The two rates of a row, as far as they are known. */
function rates(
  row: { activityRate: number | null; unemploymentRate: number | null },
  base: StatisticRow,
): StatisticRow[] {
  return [
    { measure: "activity_rate", value: row.activityRate },
    { measure: "unemployment_rate", value: row.unemploymentRate },
  ].flatMap(({ measure, value }) => (value === null ? [] : [{ ...base, measure, value }]));
}

/** A figure of the 2024 census; region `00` of the statistics is the nation. */
function counted(code: string, measure: string, value: number): StatisticRow {
  const place = code === "00" ? nation : { scheme: schemes.upper, code };
  return {
    ...place,
    measure,
    method: "census",
    year: 2024,
    sex: "all",
    milieu: "all",
    value,
    source: "HCP, RGPH 2024",
  };
}
