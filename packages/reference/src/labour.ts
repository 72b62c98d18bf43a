import { numberOrNull, once, readTable } from "./table.ts";

/**
 * Activity and unemployment of the 2024 census, in percent; region `00` is the country. Never mix with the yearly survey.
 * `groups` gives the rates of women, men, urban and rural where the census table gives them.
 */
export interface CensusLabour {
  readonly region: string;
  readonly active: number;
  readonly employed: number;
  readonly activityRate: number;
  readonly unemploymentRate: number;
  readonly groups: readonly LabourGroup[];
}

export interface LabourGroup {
  readonly sex: "F" | "M" | "all";
  readonly milieu: "urban" | "rural" | "all";
  readonly activityRate: number | null;
  readonly unemploymentRate: number | null;
}

export const censusLabour = once(() =>
  readTable("territory/labour_rgph2024.csv", [
    "region_code",
    "pop_15plus",
    "active",
    "employed",
    "activity_rate",
    "unemployment_rate",
    "activity_rate_male",
    "unemployment_rate_male",
    "activity_rate_female",
    "unemployment_rate_female",
    "activity_rate_urban",
    "unemployment_rate_urban",
    "activity_rate_rural",
    "unemployment_rate_rural",
  ]).map(
    (row): CensusLabour => ({
      region: row.region_code,
      active: Number(row.active),
      employed: Number(row.employed),
      activityRate: Number(row.activity_rate),
      unemploymentRate: Number(row.unemployment_rate),
      groups: [
        group("M", "all", row.activity_rate_male, row.unemployment_rate_male),
        group("F", "all", row.activity_rate_female, row.unemployment_rate_female),
        group("all", "urban", row.activity_rate_urban, row.unemployment_rate_urban),
        group("all", "rural", row.activity_rate_rural, row.unemployment_rate_rural),
      ],
    }),
  ),
);

function group(
  sex: LabourGroup["sex"],
  milieu: LabourGroup["milieu"],
  activity: string,
  unemployment: string,
) {
  return { sex, milieu, activityRate: numberOrNull(activity), unemploymentRate: numberOrNull(unemployment) };
}

/** HCP's yearly labour survey, only the years and regions that the press digests name. */
export interface SurveyLabour {
  readonly year: number;
  readonly region: string;
  readonly activityRate: number | null;
  readonly unemploymentRate: number | null;
  readonly source: string;
}

export const surveyLabour = once(() =>
  readTable("territory/labour_survey_hcp.csv", [
    "year",
    "region_code",
    "activity_rate",
    "unemployment_rate",
    "source",
  ]).map(
    (row): SurveyLabour => ({
      year: Number(row.year),
      region: row.region_code,
      activityRate: numberOrNull(row.activity_rate),
      unemploymentRate: numberOrNull(row.unemployment_rate),
      source: row.source,
    }),
  ),
);
