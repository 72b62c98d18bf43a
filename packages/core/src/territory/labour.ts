// GET /territories/labour: who works and who seeks work at each place, each figure with its method, year and source.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, rows, space } from "../kernel/index.ts";

export const labourMeasures = [
  "active",
  "employed",
  "unemployed",
  "activity_rate",
  "unemployment_rate",
] as const;

const figure = z.object({
  /** The code of the nation, the region or the province. */
  territory: z.string(),
  /** Persons; a rate is in per cent. */
  measure: z.enum(labourMeasures),
  /** Figures of the two are never compared: they do not ask the same question. */
  method: z.enum(["census", "survey"]),
  year: z.int(),
  sex: z.enum(["F", "M", "all"]),
  milieu: z.enum(["urban", "rural", "all"]),
  value: z.number(),
  source: z.string(),
});

export const labourFigures = defineQuery({
  name: "territory.labour",
  permission: "territory.read",
  scope: "somewhere",
  input: z.object({ space: space.default("real") }),
  output: z.array(figure),
  run: ({ tx }, { space: where }) =>
    rows(
      tx,
      sql<z.infer<typeof figure>>`
        select t.code as territory, s.measure, s.method, s.year, s.sex, s.milieu, s.value::float8 as value, s.source
        from territory_statistics s join territories t on t.id = s.territory_id
        where t.space = ${where} and s.measure = any(${[...labourMeasures]}::text[])
        order by t.code, s.method, s.year, s.measure, s.sex, s.milieu`,
    ),
});
