// An empty register in a database of its own: a fictional region and its province, a place abroad in the real space, a
// clock that can be set, and actors with the permissions that a test gives them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Context,
  createContext,
  dbOf,
  folderFileStore,
  type Grant,
  openDatabase,
  rows,
  systemActor,
} from "@iltizam/core/kernel";
import { addTerritory } from "@iltizam/core/territory";
import { type RawBuilder, sql } from "kysely";
import { createTestDatabase, seeingAll } from "../database/index.ts";

export interface TestRegister {
  readonly ctx: Context;
  readonly region: string;
  readonly province: string;
  /** A territory of the other space. */
  readonly elsewhere: string;
  /** The same context at another instant. */
  at(instant: string): Context;
  /** The same context for a person with these permissions, everywhere or where the grant says. */
  as(permissions: readonly string[], where?: Omit<Grant, "permissions">): Context;
  rows<Row>(query: RawBuilder<Row>): Promise<Row[]>;
  /** What the journal keeps about an object, oldest first. */
  journalOf(
    objectId: string,
  ): Promise<{ act: string; before: unknown; after: unknown; reason: string | null }[]>;
  close(): Promise<void>;
}

export const firstInstant = "2026-03-02T12:00:00Z";

export async function openRegister(): Promise<TestRegister> {
  const database = await createTestDatabase();
  const opened = openDatabase(seeingAll(database.appUrl), { max: 6 });
  const folder = mkdtempSync(join(tmpdir(), "iltizam-register-"));
  const files = folderFileStore(folder);
  const base = createContext({ db: opened.db, actor: systemActor, files });
  const at = (instant: string): Context => ({ ...base, clock: { now: () => new Date(instant) } });
  const ctx = at(firstInstant);
  return {
    ctx,
    ...(await addPlaces(ctx)),
    at,
    as: (permissions, where = {}) => ({ ...ctx, actor: { ...person, grants: [{ permissions, ...where }] } }),
    rows: (query) => rows(dbOf(ctx), query),
    journalOf: (objectId) =>
      rows(
        dbOf(ctx),
        sql<{ act: string; before: unknown; after: unknown; reason: string | null }>`
          select act, before, after, reason from journal where object_id = ${objectId} order by at, id`,
      ),
    async close() {
      await opened.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const person = {
  id: "00000000-0000-7000-8000-0000000000aa",
  kind: "user",
  label: "Salma",
} as const;

async function addPlaces(ctx: Context) {
  const space = "simulated";
  const at = (code: string) => ({ scheme: "test", code });
  await addTerritory(ctx, { space, ...at("9"), kind: "nation", name: { fr: "Pays", ar: "بلد" } });
  const region = await addTerritory(ctx, {
    ...{
      space,
      ...at("90"),
      kind: "region",
      parent: at("9"),
      name: { fr: "Atlas-Océan", ar: "الأطلس المحيط" },
    },
  });
  const province = await addTerritory(ctx, {
    ...{ space, ...at("90.1"), kind: "province", parent: at("90"), name: { fr: "Tizi", ar: "تيزي" } },
  });
  const elsewhere = await addTerritory(ctx, {
    ...{ space: "real", ...at("BE"), kind: "abroad", name: { fr: "Belgique", ar: "بلجيكا" } },
  });
  return { region: region.id, province: province.id, elsewhere: elsewhere.id };
}
