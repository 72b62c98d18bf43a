// A call of the small world with the people around it: two associations that apply, three assessors, the agency. Rows are
// seen as the application sees them, by who asks.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { grantRole, openDemoAccount } from "../../identity/index.ts";
import {
  type Actor,
  actorOf,
  type Context,
  inReading,
  joinPermissions,
  openDatabase,
  type PermissionTable,
  type Role,
  type RoleGrant,
  roles,
  rows,
} from "../../kernel/index.ts";
import { registerOrganisation } from "../../organisations/index.ts";
import { permissions } from "../permissions.ts";

/** What the agency's acts do inside a call, beside the calls themselves. */
const beside: PermissionTable = {
  "agreements.read": ["R1", "R2", "R3", "R4", "R5", "R7", "R8", "R9"],
  "agreements.draft": ["R1", "R4"],
  "agreements.edit": ["R1", "R4"],
  "commitments.draft": ["R1", "R4"],
  "funding.edit": ["R1", "R4"],
  "tranches.plan": ["R1", "R4"],
  "sources.record": ["R1", "R4"],
  "contacts.read": ["R1", "R4"],
};

export type CallWorld = Awaited<ReturnType<typeof makeCallWorld>>;

export async function makeCallWorld() {
  const folder = mkdtempSync(join(tmpdir(), "iltizam-calls-"));
  const world = await makeSmallWorld(folder);
  await world.settle("update agreements set territory_id = $1 where reference = 'PROG-1'", [world.id("90")]);
  const app = openDatabase(world.database.appUrl, { max: 6 });
  const everyPermission = joinPermissions([permissions, beside]);
  const all = { db: app.db, permissions: everyPermission };
  const at = (day: string, actor?: Actor): Context => ({
    ...{ ...world.ctx, ...all, clock: { now: () => new Date(`${day}T10:00:00Z`) } },
    ...(actor && { actor }),
  });
  const system = at("2026-01-05");
  const territoryId = world.id("90");
  const organisation = async (reference: string, kind: "association" | "company") =>
    (
      await registerOrganisation(system, {
        space: "simulated",
        reference,
        kind,
        name: reference,
        territoryId,
      })
    ).id;
  const ids: Record<string, string> = {};
  for (const name of ["ELAN", "ATLAS", "RIF"]) ids[name] = await organisation(name, "association");
  ids.FIRM = await organisation("FIRM", "company");
  const person = (label: string, ...grants: RoleGrant[]): Actor =>
    actorOf({ id: ids[label] ?? world.id(label), kind: "user", label }, grants, everyPermission);
  for (const name of ["Ada", "Bilal", "Chama"]) {
    const { user } = await openDemoAccount(system, { mail: `${name}@exemple.test`, name });
    await grantRole(system, { user, role: "R3", territory: world.id("90") });
    ids[name] = user;
  }
  const here = { territory: world.id("90") };
  const officer = person("officer", { role: "R1", ...here });
  const director = person("director", { role: "R4", ...here });
  return {
    ...{ at, world, system, ids, officer, director },
    assessor: (name: string) => person(name, { role: "R3", ...here }),
    partner: (name: string) => person(`partner ${name}`, { role: "R5", organisation: ids[name] ?? "" }),
    /** Somebody in a role everywhere. */
    as: (role: Role) => person(role, { role }),
    roles,
    async close() {
      await app.close();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const terms = {
  title: "Insertion par l’activité en milieu rural",
  titleAr: "الإدماج بالنشاط في الوسط القروي",
  kinds: ["association" as const, "cooperative" as const],
  ...{ currency: "MAD", envelope: "250000.00", ceiling: "150000.00", ownSharePercent: 10, passMark: 50 },
  ...{ opensOn: "2026-02-01", closesOn: "2026-02-28" },
  criteria: [
    { label: "Pertinence", weight: 60, scale: 20 },
    { label: "Capacité", weight: 40, scale: 20, atLeast: 8 },
  ],
  documents: [{ label: "Statuts" }, { label: "Bilan", required: false }],
};
export const words = (asked: string, own: string, place: string) => ({
  ...{ title: "Atelier de couture", summary: "Former et insérer des femmes rurales.", asked, own },
  places: [place],
  promises: [{ indicator: "placements", quantity: 40, wording: "insertion de 40 femmes rurales" }],
});
/** A small file of a kind that is taken. */
export const file = (number: number, about: string) => ({
  ...{ number, name: `${about}.csv` },
  base64: Buffer.from(`piece;nombre\n${about};1\n`).toString("base64"),
});
export const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

/** The words that an agreement's promises and money cite, with the amount that each gives. */
export const citedWords = (ctx: Context, agreement: string) =>
  inReading(ctx, (tx) =>
    rows(
      tx,
      sql<{ words: string; minor: string | null }>`
        select p.content as words, null as minor from commitment_assertions l
        join commitments c on c.id = l.commitment_id join assertions s on s.id = l.assertion_id
        join passages p on p.id = s.passage_id
        where c.agreement_id = (select id from agreements where reference = ${agreement})
        union all
        select p.content, m.amount_minor::text from contributions b
        join contribution_amounts m on m.contribution_id = b.id
        join contribution_assertions l on l.contribution_id = b.id join assertions s on s.id = l.assertion_id
        join passages p on p.id = s.passage_id
        where b.agreement_id = (select id from agreements where reference = ${agreement})
        order by 1`,
    ),
  );
