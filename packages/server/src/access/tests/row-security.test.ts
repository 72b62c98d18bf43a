// The last guard: somebody who connects as the application and asks the database itself, with a company's scopes. What
// belongs to another company does not exist for her, whatever the query.
import { type Actor, actorOf, type RoleGrant, scopesOf } from "@iltizam/core/kernel";
import { withClient } from "@iltizam/testkit/database";
import { agreementNames, type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gatherCore } from "../../http/index.ts";

/** Tables that hold nobody's rows, each with the reason why all who may read may read them whole. */
const open: Readonly<Record<string, string>> = {
  territories: "places",
  territory_names: "places",
  territory_statistics: "public statistics",
  exchange_rates: "published rates",
  indicators: "the words",
  indicator_versions: "the words",
  populations: "the words",
  classification_entries: "the words",
  measures: "the words",
  text_templates: "the wording of agreements to come, which names nobody",
  measure_settings: "the words",
  organisations: "the directory of parties: who stands in the register is no secret",
  organisation_names: "the directory",
  organisation_relations: "the directory",
  sentences: "why a value was inferred: found by the sentence alone, which stands with what is seen",
  organisation_checks: "read by an act that checks where the organisation lies",
  approval_sittings: "which body sat on which day; what it approved stands in approvals",
  office_holders: "who holds an office signs in public",
  service_points: "the directory",
  settings: "of the installation itself",
  migrations: "of the installation itself",
  dated_terms: "of the installation itself, told to whoever asks for something",
  blocks: "hashes, which anybody may verify",
  processing_versions: "the register of processing: what is done with data, and nobody's data",
  consent_wordings: "the words by which consent is asked",
  vault_generations: "fingerprints of keys, which tell nothing of them; read before anybody acts",
  editions: "published",
  edition_promises: "published",
  edition_agreements: "published",
  edition_notes: "published",
  call_results: "published",
};
/**
 * Protected tables from which nobody here gets a row: the vault, the journal, what a machine or another imported, texts
 * under review, what is asked for later, what editions do not tell, the door's own tables.
 */
const closed = [
  ...["subjects", "vault_documents", "vault_persons", "erasures", "journal", "outbox"],
  ...[
    "vault_boxes",
    "vault_files",
    "consents",
    "complaints",
    "complaint_entries",
    "person_requests",
    "deletions",
  ],
  ...["imports", "recorded_drafts", "intakes", "declaration_requests", "evidence_files", "work_looks"],
  "subjects_apart",
  // nothing is closed here
  "closures",
  ...["notification_settings", "reminders", "calendar_addresses"],
  "sheet_uploads",
  "papers",
  ...["text_choices", "proposed_figures", "text_versions", "text_sendings"],
  ...["text_comments", "text_answers", "text_returns", "text_decisions"],
  // a sealed file has its key beside it, which is for whoever meets results
  ...["money_papers", "movement_papers", "tranche_documents"],
  "edition_counts_kept",
  // what is asked for under a call and how it is judged: calls.test.ts of the core asks for these rows
  ...["call_applications", "call_application_promises", "call_application_files", "call_assessors"],
  // calls/invite.test.ts
  "call_invitations",
  ...["call_interests", "call_marks", "call_verdicts"],
  // the door's own, each for its owner and for who manages her: door-rows.test.ts
  ...[
    "users",
    "passwords",
    "second_factors",
    "recovery_codes",
    "provider_accounts",
    "api_keys",
    "role_grants",
  ],
  ...["access_links", "sessions", "step_tokens", "attempts"],
];

const callTables = ["calls", "call_terms", "call_criteria", "call_documents", "call_states"];

let world: TwoOfEach;
const actors: Record<string, Actor> = {};
beforeAll(async () => {
  const gathered = await gatherCore();
  const { permissions } = gathered;
  world = await twoOfEach(gathered);
  const person = (label: string, ...grants: RoleGrant[]): Actor =>
    actorOf(
      { id: `00000000-0000-7000-8000-0000000000${label.length}a`, kind: "user", label },
      grants,
      permissions,
    );
  // an operator sees rows of results too: the widest that a partner can be given
  for (const name of ["ALFA", "BETA"])
    actors[name] = person(
      name,
      { role: "R5", organisation: world.id(name) },
      { role: "R6", organisation: world.id(name) },
    );
  actors.north = person("north", { role: "R4", territory: world.id("N") });
  actors.south = person("southern", { role: "R4", territory: world.id("S") });
  const nobody = person("beneficiary", { role: "R12" });
  actors.beneficiary = {
    ...nobody,
    grants: [...nobody.grants, { permissions: ["agreements.read"], own: true }],
  };
  actors.file = person("one file", { role: "R6", agreement: world.agreements["ALFA-N"].id });
});
afterAll(() => world.close());

/** Asks as the application's role, in one transaction that is told who asks; with no actor, it is told nothing. */
function asApp<T>(actor: Actor | undefined, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(world.database.appUrl, async (client) => {
    await client.query("begin");
    if (actor !== undefined) {
      const told = [actor.id, scopesOf(actor)];
      await client.query(
        "select set_config('iltizam.actor', $1, true), set_config('iltizam.scopes', $2, true)",
        told,
      );
    }
    return ask(client);
  });
}

const listTables = () =>
  withClient(world.database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; guarded: boolean; readable: boolean }>(
      `select relname as name, relrowsecurity as guarded, has_table_privilege('iltizam_app', oid, 'select') as readable
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
    );
    return rows;
  });

const rowsOf = async (client: pg.Client, table: string) => {
  const { rows } = await client.query<{ at: string }>(`select ctid::text as at from ${table}`);
  return rows.map(({ at }) => at).sort();
};

test("every table that the application reads is protected, or stands in the list of open ones with a reason", async () => {
  const tables = await listTables();
  const unguarded = tables.filter(({ guarded, readable }) => readable && !guarded).map(({ name }) => name);
  expect(unguarded.sort()).toEqual(Object.keys(open).sort());
});

test("the application's role owns nothing and cannot step around the policies", async () => {
  await asApp(undefined, async (client) => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = r.oid) as owns,
              pg_has_role('iltizam_app', 'iltizam_counter', 'member') as counts,
              pg_has_role('iltizam_app', 'iltizam_owner', 'member') as administers
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, owns: 0, counts: false, administers: false },
    ]);
    await client.query("set local row_security = off");
    await expect(client.query("select from agreements")).rejects.toThrow(/row-level security/);
  });
});

test("who is told to the database as nobody sees nothing", async () => {
  const tables = (await listTables()).filter(({ guarded, readable }) => guarded && readable);
  await asApp(undefined, async (client) => {
    for (const { name } of tables) expect([name, await rowsOf(client, name)]).toEqual([name, []]);
  });
});

describe.each([
  // a call is seen by who may apply from the day on which it opens
  ["two companies", "ALFA", "BETA", [...closed, "focal_points", ...callTables]],
  // a link from the region's agreement to a programme that is not the region's is none
  ["two regions", "north", "south", [...closed, "agreement_links"]],
] as const)("%s", (_, one, other, none) => {
  test("each sees rows of its own in every table but those that are closed, and none of the other's", async () => {
    const tables = (await listTables()).filter(({ guarded, readable }) => guarded && readable);
    const read = (who: string) =>
      asApp(actors[who], async (client) => {
        const seen: Record<string, string[]> = {};
        for (const { name } of tables) seen[name] = await rowsOf(client, name);
        return seen;
      });
    const [mine, theirs] = [await read(one), await read(other)];
    const both = tables.flatMap(({ name }) =>
      (mine[name] ?? []).filter((row) => theirs[name]?.includes(row)),
    );
    expect(both).toEqual([]);
    const empty = tables.filter(({ name }) => !mine[name]?.length || !theirs[name]?.length);
    expect(empty.map(({ name }) => name).sort()).toEqual([...none].sort());
  });
});

describe("a company that asks for another's file by every way it can think of", () => {
  const ask = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    asApp(actors.ALFA, async (client) => (await client.query<Row>(text, values)).rows);

  test("counts, joins and lists hold its own two agreements, and what it did not ask for is not there", async () => {
    expect(await ask("select reference from agreements where kind = 'instrument' order by 1")).toEqual([
      { reference: "ALFA-N" },
      { reference: "ALFA-S" },
    ]);
    expect(await ask("select count(*) from facts")).toEqual([{ count: 4 }]);
    expect(
      await ask(
        `select count(*) as n from facts f full join commitments c on c.id = f.commitment_id
         full join agreements a on a.id = c.agreement_id where a.reference like 'BETA%' or a.id is null`,
      ),
    ).toEqual([{ n: 0 }]);
    expect(await ask("select count(*) from agreements where title ilike '%beta%'")).toEqual([{ count: 0 }]);
    expect(await ask("table contribution_amounts")).toHaveLength(4);
  });

  test("the functions give what it may see, and nothing about the other's", async () => {
    const { commitmentId, id, fact } = world.agreements["BETA-N"];
    const mine = world.agreements["ALFA-N"];
    const counted = `select distinct node from counted_on($1::uuid[], $2, 'infinity', 'infinity', 'infinity')`;
    expect(await ask(counted, [[commitmentId], id])).toEqual([]);
    expect(await ask(counted, [[mine.commitmentId, commitmentId], null])).toEqual([
      { node: mine.commitmentId },
    ]);
    const totals = "select distinct node from seen_totals_at($1::uuid[], $2, 'infinity', 'infinity')";
    expect(await ask(totals, [[mine.commitmentId, commitmentId], world.id("N")])).toEqual([
      { node: mine.commitmentId },
    ]);
    expect(await ask("select (find_commitment('BETA-N/1')).id")).toEqual([{ id: null }]);
    expect(await ask("select organisations, territories, agreements from scope_of($1)", [id])).toEqual([
      { organisations: [], territories: [], agreements: [] },
    ]);
    expect(await ask("select * from agreement_path($1)", [id])).toEqual([{ agreement_path: [id] }]);
    expect(await ask("select 1 from facts where id = $1", [fact])).toEqual([]);
  });

  test.each([
    ["select * from counts_on('{}', null, 'infinity', 'infinity', 'infinity')", /permission denied/],
    ["select * from totals_at('{}', null, 'infinity', 'infinity')", /permission denied/],
    ["select * from node_paths", /permission denied/],
    ["select * from recounted_share(0, 1)", /does not see the whole/],
    ["select * from kept_beside_recounted()", /does not see the whole/],
    ["select split_subject(gen_random_uuid(), now())", /does not see the whole/],
    ["select erase_facts(array[gen_random_uuid()])", /does not see the whole/],
    [
      "insert into visibility (object_kind, object_id, reason) values ('x', gen_random_uuid(), 'place')",
      /permission/,
    ],
    ["delete from visibility", /permission denied/],
    ["set role iltizam_counter", /permission denied/],
  ])("%s is refused", async (text, refusal) => {
    await expect(ask(text)).rejects.toThrow(refusal);
  });

  test("it cannot write into the other's file, nor move its own to where it is not seen", async () => {
    const { id, company } = world.agreements["BETA-N"];
    await expect(
      ask("insert into agreement_fields (agreement_id, kind, code) values ($1, 'tag', 'mine')", [id]),
    ).rejects.toThrow(/row-level security/);
    expect(await ask("update agreements set title = 'mine' where id = $1 returning id", [id])).toEqual([]);
    expect(company).toBe("BETA");
  });
});

test("a beneficiary, and what everybody may about the own account, open no file", async () => {
  const tables = (await listTables()).filter(({ guarded, readable }) => guarded && readable);
  await asApp(actors.beneficiary, async (client) => {
    for (const { name } of tables) expect([name, await rowsOf(client, name)]).toEqual([name, []]);
  });
});

test("a right on one agreement opens that file, and no other of the same company", async () => {
  const seen = await asApp(actors.file, async (client) => {
    const { rows } = await client.query<{ reference: string }>("select reference from agreements order by 1");
    return rows.map(({ reference }) => reference);
  });
  expect(seen).toEqual(["ALFA-N"]);
  expect(agreementNames).toContain("ALFA-S");
});

test("a region's council counts at its own territories and at no other's", async () => {
  const nodes = await asApp(actors.north, async (client) => {
    const { rows } = await client.query<{ code: string }>(
      "select distinct t.code from node_totals n join territories t on t.id = n.node order by 1",
    );
    return rows.map(({ code }) => code);
  });
  expect(nodes).toEqual(["N", "N1"]);
});
