// Two regions with a council each, two companies, and for each company an agreement in each region, all with everything
// that a file can hold: for the question who sees and may do what. Invented from end to end.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Context,
  createContext,
  fixedClock,
  folderFileStore,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { makeKeys } from "@iltizam/core/people";
import { createTestDatabase, type TestDatabase } from "../database/index.ts";
import { fillAgreement, type TwoAgreement } from "./fill-agreement.ts";
import { layGround } from "./lay-ground.ts";

export type { TwoAgreement } from "./fill-agreement.ts";

export interface TwoOfEach {
  readonly database: TestDatabase;
  /** Who does everything here: the installation itself. */
  readonly ctx: Context;
  /** The id of a territory (`N`, `S`, `N1`, `S1`, `MA`) or an organisation (`ALFA`, `BETA`, `COUNCIL-N`, …). */
  readonly id: (name: string) => string;
  /** `ALFA-N`, `ALFA-S`, `BETA-N`, `BETA-S`. */
  readonly agreements: Readonly<Record<AgreementName, TwoAgreement>>;
  close(): Promise<void>;
}

export const agreementNames = ["ALFA-N", "ALFA-S", "BETA-N", "BETA-S"] as const;
export type AgreementName = (typeof agreementNames)[number];

export async function twoOfEach({
  guards = {},
  permissions = {},
  work = [],
}: Partial<Pick<Context, "guards" | "permissions" | "work">> = {}): Promise<TwoOfEach> {
  const database = await createTestDatabase();
  const opened = openDatabase(database.appUrl, { max: 4 });
  const folder = mkdtempSync(join(tmpdir(), "iltizam-two-"));
  const clock = fixedClock("2026-03-02T12:00:00Z");
  const ctx = createContext({
    ...{
      db: opened.db,
      actor: systemActor,
      files: folderFileStore(folder),
      clock,
      guards,
      permissions,
      work,
    },
    keys: makeKeys(clock),
  });
  const id = await layGround(ctx);
  const made: Partial<Record<AgreementName, TwoAgreement>> = {};
  for (const [number, name] of agreementNames.entries())
    made[name] = await fillAgreement(ctx, id, name, number);
  return {
    ...{ database, ctx, id, agreements: made as Readonly<Record<AgreementName, TwoAgreement>> },
    async close() {
      await opened.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
