// A context on a database of its own, and the few rows of lower floors that tests of promises, money and meetings need.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Context,
  createContext,
  folderFileStore,
  nameActor,
  openDatabase,
  systemActor,
  systemIds,
} from "@iltizam/core/kernel";
import { type RawBuilder, sql } from "kysely";
import { createTestDatabase } from "../database/index.ts";

export interface TestPlace {
  readonly ctx: Context;
  /** The same context at another instant: what is recorded then is known from then on. */
  at(instant: string): Context;
  close(): Promise<void>;
}

/** A migrated database with the kernel's context around it; the clock stands at 2026-03-02, noon. */
export async function testPlace(): Promise<TestPlace> {
  const database = await createTestDatabase();
  const { db, close } = openDatabase(database.appUrl, { max: 4 });
  const folder = mkdtempSync(join(tmpdir(), "iltizam-files-"));
  const base = createContext({ db, actor: systemActor, files: folderFileStore(folder) });
  const at = (instant: string): Context => ({ ...base, clock: { now: () => new Date(instant) } });
  return {
    ctx: at("2026-03-02T12:00:00Z"),
    at,
    async close() {
      await close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes rows outside an act: for a test's surroundings only. */
export function write(ctx: Context, ...statements: RawBuilder<unknown>[]): Promise<void> {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "test");
    for (const statement of statements) await statement.execute(tx);
  });
}

export interface World {
  readonly region: string;
  readonly province: string;
  readonly agency: string;
  readonly council: string;
  readonly document: string;
}

/** A fictional region with a province, an agency, a council, a signed document and a few catalogue words. */
export async function seedWorld(ctx: Context): Promise<World> {
  const id = () => systemIds.next();
  const world = { region: id(), province: id(), agency: id(), council: id(), document: id() };
  const nation = id();
  const now = ctx.clock.now();
  await write(
    ctx,
    sql`insert into territories (id, space, scheme, code, kind, parent_id, name_fr, name_ar) values
      (${nation}, 'simulated', 'test', '9', 'nation', null, 'Pays', 'بلد'),
      (${world.region}, 'simulated', 'test', '90', 'region', ${nation}, 'Région', 'جهة'),
      (${world.province}, 'simulated', 'test', '901', 'province', ${world.region}, 'Province', 'إقليم')`,
    sql`insert into organisations (id, space, reference, kind, name, territory_id, recorded_at) values
      (${world.agency}, 'simulated', 'AGENCE', 'public_employment_service', 'Agence', ${world.region}, ${now}),
      (${world.council}, 'simulated', 'CONSEIL', 'regional_council', 'Conseil', ${world.region}, ${now})`,
    sql`insert into documents (id, space, kind, title, language, file_hash, content, recorded_at) values
      (${world.document}, 'simulated', 'signed_text', 'Convention', 'fr', ${"a".repeat(64)},
       'La convention vise 1.500 jeunes ; le ministre parle de 1.600 emplois.', ${now})`,
    sql`insert into indicators (code, alias_of, label_fr, label_ar, label_en, unit, nature, subject, aggregation) values
      ('placements', null, 'insertions', 'إدماج', 'placements', 'persons', 'flow', 'person', 'distinct'),
      ('recruitments', 'placements', 'recrutements', 'تشغيل', 'recruitments', 'persons', 'flow', 'person', 'distinct'),
      ('jobs_created', null, 'emplois créés', 'مناصب', 'jobs created', 'jobs', 'flow', 'thing', 'sum'),
      ('to_be_agreed', null, 'à convenir', 'يحدد لاحقا', 'to be agreed', 'persons', 'flow', 'person', 'distinct')
      on conflict do nothing`,
    sql`insert into indicator_versions (indicator, version, effective_from, state, definition_fr, definition_ar,
                                        definition_en, proof_level, recorded_at)
      select code, 1, '2020-01-01', case code when 'to_be_agreed' then 'undefined' else 'defined' end,
             label_fr, label_ar, label_en, 2, ${now} from indicators
      where alias_of is null on conflict do nothing`,
    sql`insert into populations (code, label_fr, label_ar, label_en) values
      ('youth', 'jeunes', 'شباب', 'young people'), ('rural_youth', 'jeunes ruraux', 'شباب قروي', 'rural youth')
      on conflict do nothing`,
  );
  return world;
}

/** An agreement of the fictional region; `signed` when its text is recorded. */
export async function seedAgreement(
  ctx: Context,
  world: World,
  given: { reference: string; signed?: boolean; parent?: string; kind?: string },
): Promise<string> {
  const id = systemIds.next();
  const signed = given.signed ?? true;
  await write(
    ctx,
    sql`insert into agreements (id, space, reference, kind, type, title, state, territory_id, signed_document_id,
                                recorded_at)
      values (${id}, 'simulated', ${given.reference}, ${given.kind ?? "instrument"}, 'convention', ${given.reference},
              ${signed ? "signed" : "drafting"}, ${world.region}, ${signed ? world.document : null},
              ${ctx.clock.now()})`,
    given.parent
      ? sql`insert into agreement_parents (agreement_id, parent_id, known)
            select ${id}, id, daterange('2020-01-01', null) from agreements where reference = ${given.parent}`
      : sql`select 1`,
  );
  return id;
}

/** An amendment of an agreement. */
export async function seedAmendment(
  ctx: Context,
  agreement: string,
  given: { number: number; type: string; effectiveOn: string },
): Promise<void> {
  await write(
    ctx,
    sql`insert into amendments (id, agreement_id, number, type, effective_on, clause, reason, recorded_at)
      select ${systemIds.next()}, id, ${given.number}, ${given.type}, ${given.effectiveOn}, 'art. 2', 'crise',
             ${ctx.clock.now()} from agreements where reference = ${agreement}`,
  );
}

/** An assertion of the fictional document that gives a number of an indicator. */
export async function seedAssertion(
  ctx: Context,
  world: World,
  given: { start: number; end: number; quantity: number | null; indicator?: string; unit?: string },
): Promise<string> {
  const id = systemIds.next();
  await write(
    ctx,
    sql`insert into passages (id, document_id, start_offset, end_offset, content)
      select ${systemIds.next()}, id, ${given.start}, ${given.end}, substr(content, ${given.start} + 1, ${given.end - given.start})
      from documents where id = ${world.document} on conflict do nothing`,
    sql`insert into assertions (id, space, document_id, passage_id, topic, quantity, indicator, unit, qualifier, how,
                                recorded_at)
      select ${id}, 'simulated', ${world.document}, id, 'target', ${given.quantity}::numeric, ${given.indicator ?? null}::text,
             ${given.unit ?? null}::text, 'exact', 'literal', ${ctx.clock.now()}
      from passages where document_id = ${world.document} and start_offset = ${given.start} and end_offset = ${given.end}`,
  );
  return id;
}
