// A context on a database of its own, and the few rows of lower floors that tests of promises, money and meetings need.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { amend, draftAgreement, registerLegacy } from "@iltizam/core/agreements";
import {
  type Context,
  createContext,
  folderFileStore,
  nameActor,
  openDatabase,
  systemActor,
  systemIds,
} from "@iltizam/core/kernel";
import { registerOrganisation } from "@iltizam/core/organisations";
import { assertValue, keepDocument, quotePassage } from "@iltizam/core/sources";
import { type RawBuilder, sql } from "kysely";
import { createTestDatabase, seeingAll } from "../database/index.ts";

export interface TestPlace {
  readonly ctx: Context;
  /** The application's login on the database, for a question that the register does not ask itself. */
  readonly url: string;
  /** The same context at another instant: what is recorded then is known from then on. */
  at(instant: string): Context;
  close(): Promise<void>;
}

/** A migrated database with the kernel's context around it; the clock stands at 2026-03-02, noon. */
export async function testPlace(): Promise<TestPlace> {
  const database = await createTestDatabase();
  const { db, close } = openDatabase(seeingAll(database.appUrl), { max: 4 });
  const folder = mkdtempSync(join(tmpdir(), "iltizam-files-"));
  const base = createContext({ db, actor: systemActor, files: folderFileStore(folder) });
  const at = (instant: string): Context => ({ ...base, clock: { now: () => new Date(instant) } });
  return {
    ctx: at("2026-03-02T12:00:00Z"),
    url: seeingAll(database.appUrl),
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

const text = "La convention vise 1.500 jeunes ; le ministre parle de 1.600 emplois.";

/** A fictional region with a province, an agency, a council, a signed document and a few catalogue words. */
export async function seedWorld(ctx: Context): Promise<World> {
  const [nation, region, province] = [systemIds.next(), systemIds.next(), systemIds.next()];
  const now = ctx.clock.now();
  await write(
    ctx,
    sql`insert into territories (id, space, scheme, code, kind, parent_id, name_fr, name_ar) values
      (${nation}, 'simulated', 'test', '9', 'nation', null, 'Pays', 'بلد'),
      (${region}, 'simulated', 'test', '90', 'region', ${nation}, 'Région', 'جهة'),
      (${province}, 'simulated', 'test', '901', 'province', ${region}, 'Province', 'إقليم')`,
    sql`insert into indicators (code, alias_of, label_fr, label_ar, label_en, unit, nature, subject, aggregation) values
      ('placements', null, 'insertions', 'إدماج', 'placements', 'persons', 'flow', 'person', 'distinct'),
      ('recruitments', 'placements', 'recrutements', 'تشغيل', 'recruitments', 'persons', 'flow', 'person', 'distinct'),
      ('jobs_created', null, 'emplois créés', 'مناصب', 'jobs created', 'jobs', 'flow', 'thing', 'sum'),
      ('to_be_agreed', null, 'à convenir', 'يحدد لاحقا', 'to be agreed', 'persons', 'flow', 'person', 'distinct')`,
    sql`insert into indicator_versions (indicator, version, effective_from, state, definition_fr, definition_ar,
                                        definition_en, proof_level, recorded_at)
      select code, 1, '2020-01-01', case code when 'to_be_agreed' then 'undefined' else 'defined' end,
             label_fr, label_ar, label_en, 2, ${now} from indicators where alias_of is null`,
    sql`insert into populations (code, label_fr, label_ar, label_en) values
      ('youth', 'jeunes', 'شباب', 'young people'), ('rural_youth', 'jeunes ruraux', 'شباب قروي', 'rural youth')`,
  );
  const party = { space: "simulated" as const, territoryId: region };
  const agency = {
    ...party,
    reference: "AGENCE",
    kind: "public_employment_service" as const,
    name: "Agence",
  };
  const council = { ...party, reference: "CONSEIL", kind: "regional_council" as const, name: "Conseil" };
  const document = await keepDocument(ctx, {
    ...{ space: "simulated", kind: "signed_text", title: "Convention", language: "fr", text },
    fileBase64: Buffer.from(text).toString("base64"),
  });
  return {
    ...{ region, province, document: document.id },
    agency: (await registerOrganisation(ctx, agency)).id,
    council: (await registerOrganisation(ctx, council)).id,
  };
}

/** An agreement of the fictional region; unless `signed` is false, signed with its text recorded. */
export async function seedAgreement(
  ctx: Context,
  world: World,
  given: { reference: string; signed?: boolean; parent?: string; kind?: "bundle" | "instrument" },
): Promise<string> {
  const { reference, parent, kind = "instrument", signed = true } = given;
  const agreement = {
    ...{ space: "simulated" as const, reference, parent, kind },
    ...{ type: "convention" as const, title: reference, territoryId: world.region },
  };
  const created = signed
    ? await registerLegacy(ctx, { ...agreement, state: "signed", documentId: world.document })
    : await draftAgreement(ctx, agreement);
  return created.id;
}

/** An amendment of an agreement. */
export async function seedAmendment(
  ctx: Context,
  agreement: string,
  given: { number: number; type: "target" | "duration" | "amount"; effectiveOn: string },
): Promise<void> {
  await amend(ctx, { agreement, ...given, clause: "art. 2", reason: "crise" });
}

/** An assertion of the fictional document that gives a number of an indicator. */
export async function seedAssertion(
  ctx: Context,
  world: World,
  given: { start: number; end: number; quantity: number | null; indicator?: string; unit?: string },
): Promise<string> {
  const { start, end, quantity, indicator, unit } = given;
  const content = text.slice(start, end);
  const passage = await quotePassage(ctx, { documentId: world.document, start, end, content });
  const value = { topic: "target", quantity, indicator, unit, qualifier: "exact", how: "literal" as const };
  return (await assertValue(ctx, { documentId: world.document, passageId: passage.id, ...value })).id;
}
