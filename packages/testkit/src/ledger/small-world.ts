// The smallest world in which results are counted: one region with two provinces, a programme with a bundle of two
// agreements, a third agreement beside it, a few indicators. Invented from end to end.
import {
  type Actor,
  type Context,
  createContext,
  fixedClock,
  folderFileStore,
  type OpenedDatabase,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { makeKeys } from "@iltizam/core/people";
import { v4, v7 } from "uuid";
import { createTestDatabase, seeingAll, type TestDatabase, withClient } from "../database/index.ts";

export interface SmallWorld {
  readonly database: TestDatabase;
  readonly opened: OpenedDatabase;
  readonly ctx: Context;
  /** Ids by code or reference: territories, organisations, agreements, commitments. */
  readonly id: (name: string) => string;
  /** Parents as they are at the start: commitment → agreement → parent, territory → parent. */
  readonly above: ReadonlyMap<string, string>;
  /** The same world at another time, or with another actor. */
  readonly at: (instant: string, actor?: Actor) => Context;
  /** A person that the vault knows. */
  readonly person: () => Promise<string>;
  /** Changes the world past the acts, as its owner. */
  readonly settle: (text: string, values?: readonly unknown[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Somebody who holds these permissions everywhere. */
export function actorWith(label: string, ...permissions: string[]): Actor {
  return { id: v7(), kind: "user", label, grants: [{ permissions }] };
}

const territories: readonly (readonly [string, string, string, string | null, string | null])[] = [
  ["iso3166", "ZZ", "nation", null, null],
  ["hcp", "90", "region", "ZZ", null],
  ["hcp", "90.1", "province", "90", "province"],
  ["hcp", "90.2", "province", "90", "province"],
  ["hcp-2014", "90.1.01", "commune", "90.1", "rural"],
  ["hcp-2014", "90.2.01", "commune", "90.2", "urban"],
  ["iso3166", "FR", "abroad", null, null],
];

const agreements: readonly (readonly [string, string, string | null])[] = [
  ["PROG-1", "programme", null],
  ["BUN-1", "bundle", "PROG-1"],
  ["AGR-1", "instrument", "BUN-1"],
  ["AGR-2", "instrument", "BUN-1"],
  ["AGR-3", "instrument", null],
];

export const commitmentsOfSmallWorld: readonly (readonly [string, number, string])[] = [
  ["AGR-1", 1, "durable_jobs"],
  ["AGR-1", 2, "persons_trained_completed"],
  ["AGR-2", 1, "durable_jobs"],
  ["AGR-3", 1, "durable_jobs"],
  ["AGR-3", 2, "orders_placed"],
  ["PROG-1", 1, "durable_jobs"],
];

const indicators: readonly (readonly [string, string, string, string])[] = [
  ["durable_jobs", "flow", "person", "defined"],
  ["persons_trained_completed", "flow", "person", "defined"],
  ["placements", "flow", "person", "defined"],
  ["orders_placed", "flow", "thing", "defined"],
  ["conventions_active", "stock", "thing", "defined"],
  ["immediate_jobs", "flow", "person", "undefined"],
];

interface Maker {
  readonly id: (name: string) => string;
  readonly above: Map<string, string>;
  readonly run: (text: string, values: readonly unknown[]) => Promise<unknown>;
}

async function makePlaces({ id, above, run }: Maker): Promise<void> {
  for (const [scheme, code, kind, parent, type] of territories) {
    if (parent !== null) above.set(id(code), id(parent));
    await run(
      `insert into territories (id, space, scheme, code, kind, parent_id, name_fr, name_ar, type)
       values ($1, 'simulated', $2, $3, $4, $5, $3, $3, $6)`,
      [id(code), scheme, code, kind, parent && id(parent), type],
    );
  }
  for (const population of ["neet", "rural_youth"]) {
    await run(
      `insert into populations (code, label_fr, label_ar, label_en, definition_fr, definition_ar, definition_en)
       values ($1, $1, $1, $1, $1, $1, $1)`,
      [population],
    );
  }
}

async function makeIndicators({ run }: Maker): Promise<void> {
  for (const [code, nature, subject, state] of indicators) {
    await run(
      `insert into indicators (code, label_fr, label_ar, label_en, unit, nature, subject, aggregation)
       values ($1, $1, $1, $1, 'persons', $2, $3, 'distinct')`,
      [code, nature, subject],
    );
    await run(
      `insert into indicator_versions (indicator, version, effective_from, state, definition_fr, definition_ar,
                                       definition_en, proof_level, recorded_at)
       values ($1, 1, '2000-01-01', $2, $1, $1, $1, 2, '2000-01-01')`,
      [code, state],
    );
  }
  await run(
    `insert into indicators (code, alias_of, label_fr, label_ar, label_en, unit, nature, subject, aggregation)
     values ('lasting_jobs', 'durable_jobs', 'x', 'x', 'x', 'persons', 'flow', 'person', 'distinct')`,
    [],
  );
}

async function makeAgreements({ id, above, run }: Maker): Promise<void> {
  for (const reference of ["ORG-1", "ORG-2"]) {
    await run(
      `insert into organisations (id, space, reference, kind, name, recorded_at)
       values ($1, 'simulated', $2, 'company', $2, '2020-01-01')`,
      [id(reference), reference],
    );
  }
  for (const [reference, kind, parent] of agreements) {
    await run(
      `insert into agreements (id, space, reference, kind, title, folded, state, recorded_at)
       values ($1, 'simulated', $2, $3, $2, $2, 'in_force', '2020-01-01')`,
      [id(reference), reference, kind],
    );
    if (parent === null) continue;
    above.set(id(reference), id(parent));
    await run(
      "insert into agreement_parents (agreement_id, parent_id, space, known) values ($1, $2, 'simulated', '[2020-01-01,)')",
      [id(reference), id(parent)],
    );
  }
  for (const [agreement, number, indicator] of commitmentsOfSmallWorld) {
    above.set(id(`${agreement}/${number}`), id(agreement));
    await run(
      `insert into commitments (id, space, agreement_id, number, kind, indicator, indicator_version, unit, state,
                                wording, recorded_at)
       values ($1, 'simulated', $2, $3, 'result', $4, 1, 'persons', 'final', $4, '2020-01-01')`,
      [id(`${agreement}/${number}`), id(agreement), number, indicator],
    );
  }
}

/** Fills a migrated, empty database with the world; gives the ids and the parents. */
export async function fillSmallWorld(ownerUrl: string): Promise<Pick<SmallWorld, "id" | "above">> {
  const ids = new Map<string, string>();
  const id = (name: string) => ids.get(name) ?? ids.set(name, v7()).get(name) ?? "";
  const above = new Map<string, string>();
  await withClient(ownerUrl, async (client) => {
    await client.query("begin; select set_config('iltizam.actor', 'world', true)");
    const maker: Maker = { id, above, run: (text, values) => client.query(text, [...values]) };
    await makePlaces(maker);
    await makeIndicators(maker);
    await makeAgreements(maker);
    await client.query("commit");
  });
  return { id, above };
}

/** Makes the world in a database of its own; `close` removes it. */
export async function makeSmallWorld(filesFolder: string): Promise<SmallWorld> {
  const database = await createTestDatabase();
  const { id, above } = await fillSmallWorld(database.ownerUrl);
  const opened = openDatabase(seeingAll(database.appUrl), { max: 12 });
  const files = folderFileStore(filesFolder);
  const keys = makeKeys(fixedClock("2020-01-01T00:00:00Z"));
  const at = (instant: string, actor: Actor = systemActor) =>
    createContext({ db: opened.db, actor, files, keys, clock: fixedClock(instant) });
  return {
    database,
    opened,
    id,
    above,
    at,
    ctx: createContext({ db: opened.db, actor: systemActor, files, keys }),
    person: () => makePerson(database),
    settle: (text, values = []) => settle(database, text, values),
    close: async () => {
      await opened.close();
      await database.drop();
    },
  };
}

async function makePerson(database: TestDatabase): Promise<string> {
  const subject = v4();
  const text = "insert into subjects (id, space, recorded_at) values ($1, 'simulated', '2020-01-01')";
  await settle(database, text, [subject]);
  return subject;
}

function settle(database: TestDatabase, text: string, values: readonly unknown[]): Promise<void> {
  return withClient(database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'world', false)");
    await client.query(text, [...values]);
  });
}
