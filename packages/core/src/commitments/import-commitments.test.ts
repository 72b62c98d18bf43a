import { seedAgreement, seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { foundIn, importDesk, tallyOf } from "@iltizam/testkit/import";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import { importSheets } from "./import-commitments.ts";

let place: TestPlace;
const desk = importDesk(importSheets, "commitments");
beforeAll(async () => {
  place = await testPlace();
  const world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "OLD-1" });
  await seedAgreement(place.ctx, world, { reference: "PRESS-1", signed: false });
});
afterAll(async () => {
  await place.close();
  desk.clear();
});

const headings =
  "agreement,wording,kind,indicator,populations,place,period_from,period_to,target,qualifier,effective_on,amended_target,amendment,amended_on,amendment_clause,amendment_reason,age_to,residence,owed_by\n";
const promises =
  headings +
  "OLD-1,Insérer 1 500 jeunes,,recruitments,youth,90,01/01/2021,31/12/2023,1 500,,2020-12-15,1200,,2022-03-01,art. 1,Report d’un site,35,90,CONSEIL\n" +
  "OLD-1,Commandes si possible,best_efforts,,,,,,,best_efforts,2020-12-15,,,,,,,,\n" +
  "OLD-1,Créer des emplois,,jobs_created,,901,,,٣٠٠,environ,2020-12-15,,,,,,,,\n";

const recorded = () =>
  rows(
    place.ctx.db,
    sql<Record<string, unknown>>`
      select c.number, c.indicator, c.state, c.period_to::text,
             (select json_agg(json_build_array(t.quantity, t.qualifier, lower(t.effective), upper(t.effective))
                              order by t.version) from commitment_targets t where t.commitment_id = c.id) as targets,
             (select json_agg(e.rule order by e.rule) from commitment_eligibility e where e.commitment_id = c.id) as rules
      from commitments c join agreements a on a.id = c.agreement_id where a.reference = 'OLD-1' order by c.number`,
  );

test("past targets with the amendment that changed them, best efforts without a number, conditions", async () => {
  const outcome = await desk.send(place.ctx, promises);
  expect(foundIn(outcome)).toEqual([]);
  expect(outcome.differences.map(({ object }) => object)).toEqual(["OLD-1/1", "OLD-1/2", "OLD-1/3"]);
  expect(await recorded()).toEqual([
    {
      ...{
        number: 1,
        indicator: "placements",
        state: "final",
        period_to: "2023-12-31",
        rules: ["age_to", "residence"],
      },
      targets: [
        [1500, "exact", "2020-12-15", "2022-03-01"],
        [1200, "exact", "2022-03-01", null],
      ],
    },
    { number: 2, indicator: null, state: "draft", period_to: null, rules: null, targets: null },
    {
      ...{ number: 3, indicator: "jobs_created", state: "final", period_to: null, rules: null },
      targets: [[300, "approximate", "2020-12-15", null]],
    },
  ]);
});

test("the same file twice changes nothing", async () => {
  expect(tallyOf(await desk.send(place.ctx, promises))).toEqual({
    ...{ rows: 3, added: 0, changed: 0, unchanged: 3, refused: 0, recorded: false },
  });
});

test("a target or an amendment that the record lacks is added; another target is refused", async () => {
  const more =
    headings +
    "OLD-1,Créer des emplois,,jobs_created,,,,,300,,,250,2,2023-01-01,art. 2,Crise,,,\n" +
    "OLD-1,Insérer 1 500 jeunes,,placements,,,,,1700,,,,,,,,,,\n" +
    "OLD-1,Insérer 1 500 jeunes,,placements,,,,2024-12-31,,,,,,,,,,,\n";
  const dry = await desk.send(place.ctx, more, { partial: true, dryRun: true });
  const outcome = await desk.send(place.ctx, more, { partial: true });
  expect(outcome.differences).toEqual(dry.differences);
  expect(foundIn(outcome)).toEqual([
    "3 target sheets.recorded_otherwise",
    "4 period_to sheets.recorded_otherwise",
  ]);
  expect(tallyOf(outcome)).toMatchObject({ changed: 1, refused: 2, recorded: true });
  expect((await recorded())[2]?.targets).toEqual([
    [300, "approximate", "2020-12-15", "2023-01-01"],
    [250, "approximate", "2023-01-01", null],
  ]);
});

test("every fault has its cell and says what is near", async () => {
  const text =
    headings +
    "OLD-11,X,,placements,,,,,1,,2020-12-15,,,,,,,,\n" +
    "PRESS-1,X,,placements,,,,,1,,2020-12-15,,,,,,,,\n" +
    "OLD-1,X,,placement,,,,,1,,2020-12-15,,,,,,,,\n" +
    "OLD-1,Y,,to_be_agreed,,,,,1,,2020-12-15,,,,,,,,\n" +
    "OLD-1,Z,,placements,,,,,1,,,,,,,,,,\n" +
    "OLD-1,T,,placements,,,,,1,,2020-12-15,1,,,,,,,\n" +
    "OLD-1,U,,placements,,,,,1.5,,2020-12-15,,,,,,,,\n";
  const outcome = await desk.send(place.ctx, text);
  expect(foundIn(outcome)).toEqual([
    "2 agreement sheets.reference_unknown",
    "3 target commitments.text_not_recorded",
    "4 null commitments.indicator_unknown",
    "5 target commitments.indicator_undefined",
    "6 effective_on sheets.value_missing",
    "7 amended_on sheets.value_missing",
    "8 target sheets.integer_unreadable",
  ]);
  expect(outcome.findings.listed[0]?.error.params).toMatchObject({ near: "OLD-1" });
  expect(await recorded()).toHaveLength(3);
});
