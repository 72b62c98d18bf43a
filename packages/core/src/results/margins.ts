// The five single margins of a count (ledger.md §3.3): each adds up to the node. The names are the columns of
// `node_totals` and of `counted_on`.

export const marginColumns = {
  sex: { F: "sex_f", M: "sex_m", U: "sex_u" },
  age: {
    "15-24": "age_15_24",
    "25-34": "age_25_34",
    "35-44": "age_35_44",
    "45-59": "age_45_59",
    "60+": "age_60_up",
    other: "age_other",
    U: "age_u",
  },
  milieu: { R: "milieu_r", U: "milieu_u", "?": "milieu_unknown" },
  education: {
    "0": "edu_0",
    "1": "edu_1",
    "2": "edu_2",
    "3": "edu_3",
    "4": "edu_4",
    "5": "edu_5",
    "6": "edu_6",
    "7": "edu_7",
    "8": "edu_8",
    U: "edu_u",
  },
  month: {
    "01": "month_01",
    "02": "month_02",
    "03": "month_03",
    "04": "month_04",
    "05": "month_05",
    "06": "month_06",
    "07": "month_07",
    "08": "month_08",
    "09": "month_09",
    "10": "month_10",
    "11": "month_11",
    "12": "month_12",
  },
} as const;

type Columns = typeof marginColumns;
export type MarginColumn = {
  [Dimension in keyof Columns]: Columns[Dimension][keyof Columns[Dimension]];
}[keyof Columns];

export type Sex = keyof Columns["sex"];
export type AgeBand = keyof Columns["age"];
/** R rural, U urban, ? unknown. */
export type Milieu = keyof Columns["milieu"];
/** ISCED 2011 level, U unknown. */
export type Education = keyof Columns["education"];

/** Every margin column, in the order of the table. */
export const allMargins: readonly MarginColumn[] = Object.values(marginColumns).flatMap(
  (columns) => Object.values(columns) as MarginColumn[],
);
