// Every situation that docs/demo.md lists stands in the loaded demo; the two spaces stay apart; everything adds up.
import { readFileSync } from "node:fs";
import { states } from "@iltizam/core/agreements";
import { fixedClock, onlyRow, rows } from "@iltizam/core/kernel";
import { declare, verify } from "@iltizam/core/results";
import { standings } from "@iltizam/core/standings";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { inventedInReality } from "@iltizam/testkit/real-space";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chapters, demoPage, demoSize } from "../demo-page.ts";
import { loadFictionalRegion } from "../index.ts";
import { contentOf } from "./content-of.ts";
import { type DemoPlaceForTests, emptyPlace, loadedPlace } from "./demo-place.ts";

let place: DemoPlaceForTests;
let again: DemoPlaceForTests;
beforeAll(async () => {
  [place, again] = await Promise.all([loadedPlace(), emptyPlace()]);
  await loadVocabulary(again.ctx, {});
  await loadFictionalRegion(again.ctx);
}, 300_000);
afterAll(async () => {
  await place.close();
  await again.close();
});

test("the same seed gives the same life, whatever else is in the database", async () => {
  expect(await contentOf(again.ctx)).toEqual(await contentOf(place.ctx));
});

const found = async (query: RawBuilder<unknown>) => (await rows(place.ctx.db, query)).length;

describe.each(Object.entries(chapters))("%s", (_, situations) => {
  test.each(situations)("$says", async ({ found: question }) => {
    expect(await found(question)).toBeGreaterThan(0);
  });
});

test("everything that the page points to exists", async () => {
  const named = [
    ...new Set(
      Object.values(chapters)
        .flat()
        .flatMap(({ see }) => see),
    ),
  ];
  const [known] = await rows(
    place.ctx.db,
    sql<{ all: string[] }>`
      select array(select reference from agreements
        union all select a.reference || '/' || c.number from commitments c join agreements a on a.id = c.agreement_id
        union all select a.reference || '/M' || c.number from contributions c join agreements a on a.id = c.agreement_id
        union all select reference from diagnoses
        union all select reference from calls
        union all select reference from events union all select number from papers) as all`,
  );
  expect(named.filter((reference) => !known?.all.includes(reference))).toEqual([]);
});

test("every state of the life cycle is there", async () => {
  const present = await rows(
    place.ctx.db,
    sql<{ state: string }>`select distinct state from agreements where space = 'simulated'`,
  );
  expect(new Set(present.map(({ state }) => state))).toEqual(new Set(states));
});

test("the page says how much there is, and shows this list", async () => {
  const size = await onlyRow(
    place.ctx.db,
    sql`select (select count(*) from agreements where space = 'simulated') as agreements,
               (select count(*) from commitments where space = 'simulated') as commitments,
               (select count(*) from facts) as facts`,
  );
  expect(size).toEqual(demoSize);
  expect(readFileSync(new URL("../../../../../docs/demo.md", import.meta.url), "utf8")).toBe(demoPage());
});

test("the kept totals equal a recount, and the sealed blocks verify", async () => {
  const { differences, blocks, erased } = await verify(place.ctx, {});
  expect(differences).toEqual([]);
  expect(blocks).toBeGreaterThan(0);
  expect(erased).toBe(1);
});

test("on the last simulated day some promises are ahead of their calendar, others behind", async () => {
  const last = { ...place.ctx, clock: fixedClock("2026-06-30T12:00:00Z") };
  const stateOf = new Map(
    (await standings(last, { space: "simulated" })).map((row) => [row.node, row.state]),
  );
  expect(stateOf.get("R90-2024-01/1")).toBe("on_time");
  expect(stateOf.get("R90-2023-12/1")).toBe("late");
  expect(stateOf.get("R90-2023-13/1")).toBe("late");
  expect(stateOf.get("R90-2023-02/3")).toBe("no_deadline");
  expect(stateOf.get("R90-2025-04/1")).toBe("no_evidence");
});

test("nobody verified what she recorded herself", async () => {
  const own = sql`select from fact_entries e join facts f on f.id = e.fact_id
                  where e.kind = 'verified' and e.recorded_by = f.recorded_by`;
  expect(await found(own)).toBe(0);
});

test("nothing about a real organisation is invented, and the spaces never meet", async () => {
  expect(await inventedInReality(place.ctx.db)).toEqual({});
  expect(await found(sql`select from facts where space <> 'simulated'`)).toBe(0);
  const abroad = sql`select from facts f join territories t on t.id in (f.territory_id, f.commune_id) where t.space = 'real'`;
  expect(await found(abroad)).toBe(0);
});

test("a declaration about a real agreement is refused", async () => {
  const [real] = await rows(
    place.ctx.db,
    sql<{ commitment: string; declarant: string }>`
      select a.reference || '/' || c.number as commitment, o.reference as declarant
      from commitments c join agreements a on a.id = c.agreement_id, organisations o
      where c.space = 'real' and o.space = 'real' limit 1`,
  );
  const period = { from: "2026-01-01", to: "2026-03-31" };
  const said = { commitment: real?.commitment ?? "", declarant: real?.declarant ?? "", period, quantity: 1 };
  await expect(declare(place.ctx, said)).rejects.toMatchObject({ code: "results.real_refused" });
});
