// The door's own tables, asked of the database by the application's role: everybody has her own rows, who reads accounts
// the users of her places, who manages them what belongs to these users besides. Nobody has another's password.
import {
  askReset,
  beginProviderStep,
  beginSecondFactor,
  grantRole,
  inviteUser,
  makeApiKey,
  makeInvitationLink,
  makeResetLink,
  setPassword,
  signIn,
  signInWithProvider,
} from "@iltizam/core/identity";
import { type Actor, actorOf, type Context, nameActor, type RoleGrant, scopesOf } from "@iltizam/core/kernel";
import { askDeclaration, makeRequestLink } from "@iltizam/core/requests";
import { withClient } from "@iltizam/testkit/database";
import { type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gatherCore } from "../../http/index.ts";

const password = "un figuier devant la gare";
const from = { address: "203.0.113.7", device: "Firefox · Linux" };
/** What each row of a table belongs to: a mail, the name of a key, or nobody. */
const owners: Readonly<Record<string, string>> = {
  users: "select mail as owner from users",
  ...Object.fromEntries(
    ["passwords", "second_factors", "recovery_codes", "provider_accounts", "sessions", "step_tokens"].map(
      (table) => [table, `select (select mail from names n where n.id = t.user_id) as owner from ${table} t`],
    ),
  ),
  role_grants:
    "select (select mail from names n where n.id = coalesce(t.user_id, t.api_key_id)) as owner from role_grants t",
  api_keys: "select name as owner from api_keys",
  access_links: "select label as owner from access_links",
  attempts: "select 'somebody' as owner from attempts",
};

let world: TwoOfEach;
const actors: Record<string, Actor> = {};
const ids: Record<string, string> = {};

/** An account with something in every table of the door. */
async function openAccount(door: Context, name: string, ...roles: RoleGrant[]): Promise<void> {
  const mail = `${name}@exemple.test`;
  const { user } = await inviteUser(world.ctx, { mail, name });
  const { token } = await makeInvitationLink(world.ctx, { user });
  await setPassword(door, { token, password });
  const proven = { issuer: "https://idp.test", subject: name, mail, mailVerified: true, name };
  await signInWithProvider(door, { ...proven, from, opensAccounts: false });
  await signIn(door, { mail, password, from });
  await askReset(door, { mail, language: "fr", from });
  await makeResetLink(world.ctx, { mail });
  for (const role of roles) await grantRole(world.ctx, { user, ...role });
  const { permissions } = world.ctx;
  const own = { permissions: ["door.own_account"], own: true } as const;
  const actor = actorOf({ id: user, kind: "user", label: name }, roles, permissions);
  actors[name] = { ...actor, grants: [...actor.grants, own] };
  ids[name] = user;
  await beginSecondFactor({ ...world.ctx, actor: actors[name] }, {});
  await world.ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, world.ctx.actor, "test");
    await sql`insert into recovery_codes (user_id, code_hash) values (${user}, ${Buffer.alloc(32, name)})`.execute(
      tx,
    );
  });
}

beforeAll(async () => {
  const gathered = await gatherCore();
  world = await twoOfEach(gathered);
  const visitor: Actor = {
    ...{ id: "00000000-0000-7000-8000-000000000003", kind: "visitor", label: "visitor" },
    grants: [{ permissions: gathered.publicPermissions ?? [], own: true }],
  };
  const door: Context = { ...world.ctx, actor: visitor };
  const { id } = world;
  await openAccount(door, "salma", { role: "R2", territory: id("N1") });
  await openAccount(door, "brahim", { role: "R2", territory: id("S1") });
  await openAccount(door, "amina", { role: "R13", territory: id("N") });
  await openAccount(door, "hakim", { role: "R10" });
  await openAccount(door, "nadia", { role: "R13" });
  await openAccount(door, "everywhere", { role: "R4" }, { role: "R9" });
  for (const place of ["N1", "S1"])
    await makeApiKey(world.ctx, { name: `key-${place}`, roles: [{ role: "R2", territory: id(place) }] });
  await beginProviderStep(door, { nonce: "n", verifier: "v", returnTo: "/" });
  const asked = {
    agreement: "ALFA-N",
    organisation: "ALFA",
    period: { from: "2026-03-01", to: "2026-03-31" },
  };
  const { request } = await askDeclaration(world.ctx, { ...asked, send: false });
  await makeRequestLink(world.ctx, { request });
  actors.visitor = visitor;
});
afterAll(() => world.close());

function asApp<T>(who: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const actor = actors[who];
  if (actor === undefined) throw new Error(who);
  return withClient(world.database.appUrl, async (client) => {
    await client.query("begin");
    await client.query(
      "select set_config('iltizam.actor', $1, true), set_config('iltizam.scopes', $2, true)",
      [actor.id, scopesOf(actor)],
    );
    return ask(client);
  });
}

/** Whose rows somebody sees in each table, each owner once. */
const seenBy = (who: string) =>
  asApp(who, async (client) => {
    const names = await withClient(world.database.ownerUrl, async (all) => {
      const text = "select id, mail from users union all select id, name from api_keys";
      return (await all.query<{ id: string; mail: string }>(text)).rows;
    });
    const known = `with names as (select * from json_to_recordset($1) as n (id uuid, mail text))`;
    const seen: Record<string, string> = {};
    for (const [table, query] of Object.entries(owners)) {
      const { rows } = await client.query<{ owner: string | null }>(
        `${known} select distinct owner from (${query}) o order by 1`,
        [JSON.stringify(names)],
      );
      const said = rows.map(({ owner }) => (owner ?? "nobody").replace("@exemple.test", ""));
      if (said.length > 0) seen[table] = said.join(" ");
    }
    return seen;
  });

const ownTables = (name: string) =>
  Object.fromEntries(
    ["passwords", "second_factors", "recovery_codes", "provider_accounts", "sessions", "step_tokens"].map(
      (table) => [table, name],
    ),
  );

describe("who asks the database for the door's tables has", () => {
  test("as a visitor nothing, and as somebody with rights on every file her own rows", async () => {
    expect(await seenBy("visitor")).toEqual({});
    const own = { users: "everywhere", role_grants: "everywhere", ...ownTables("everywhere") };
    expect(await seenBy("everywhere")).toEqual(own);
    expect(await seenBy("salma")).toEqual({ users: "salma", role_grants: "salma", ...ownTables("salma") });
  });

  test("as a region's administrator the users with a role there, and of passwords her own", async () => {
    const both = "amina salma";
    expect(await seenBy("amina")).toEqual({
      ...{ users: both, role_grants: "amina key-N1 salma", api_keys: "key-N1", passwords: "amina" },
      ...{ second_factors: both, recovery_codes: both, provider_accounts: both, sessions: both },
      step_tokens: both,
    });
  });

  test("as an auditor the users and their roles, and what they come in with of nobody else", async () => {
    const { users, role_grants, ...rest } = await seenBy("hakim");
    expect(users).toBe("amina brahim everywhere hakim nadia salma");
    expect(role_grants).toBe("amina brahim everywhere hakim key-N1 key-S1 nadia salma");
    expect(rest).toEqual(ownTables("hakim"));
  });

  test("as who administers everything all of it but passwords, links and counts of attempts", async () => {
    const { passwords, users, ...rest } = await seenBy("nadia");
    expect([passwords, users]).toEqual(["nadia", "amina brahim everywhere hakim nadia salma"]);
    expect(Object.keys(rest).sort()).toEqual([
      ...["api_keys", "provider_accounts", "recovery_codes", "role_grants", "second_factors", "sessions"],
      "step_tokens",
    ]);
  });
});

describe("who asks for more is refused by the database", () => {
  test.each([
    [
      "salma",
      "insert into role_grants (id, user_id, role, granted_by, granted_at) values (gen_random_uuid(), $1, 'R13', 'x', now())",
      "salma",
    ],
    [
      "amina",
      "insert into role_grants (id, user_id, role, granted_by, granted_at) values (gen_random_uuid(), $1, 'R13', 'x', now())",
      "salma",
    ],
    [
      "hakim",
      "insert into role_grants (id, user_id, role, granted_by, granted_at) values (gen_random_uuid(), $1, 'R13', 'x', now())",
      "hakim",
    ],
    [
      "amina",
      "insert into passwords (user_id, hash) values ($1, 'x') on conflict (user_id) do update set hash = 'x'",
      "salma",
    ],
    [
      "visitor",
      "insert into sessions (id, token_hash, user_id, method, device, started_at, last_used_at, expires_at) values (gen_random_uuid(), decode(repeat('00', 32), 'hex'), $1, 'demo', '', now(), now(), now())",
      "nadia",
    ],
    [
      "visitor",
      "insert into step_tokens (token_hash, purpose, user_id, recorded_at, expires_at) values (decode(repeat('00', 32), 'hex'), 'reset', $1, now(), now())",
      "nadia",
    ],
  ])("%s: %s", async (who, text, whom) => {
    await expect(asApp(who, (client) => client.query(text, [ids[whom]]))).rejects.toThrow(
      /row-level security/,
    );
  });

  test.each([
    ["salma", "update role_grants set role = 'R13' where user_id = $1", "salma"],
    ["salma", "update users set state = 'disabled' where id = $1", "brahim"],
    ["amina", "update users set state = 'disabled' where id = $1", "brahim"],
    ["hakim", "update users set state = 'disabled' where id = $1", "brahim"],
    ["nadia", "update passwords set hash = 'x' where user_id = $1", "salma"],
    ["hakim", "delete from second_factors where user_id = $1", "salma"],
    ["visitor", "update step_tokens set used_at = now() where user_id = $1", "salma"],
  ])("%s changes nothing by: %s", async (who, text, whom) => {
    const { rowCount } = await asApp(who, (client) => client.query(text, [ids[whom]]));
    expect(rowCount).toBe(0);
  });

  test("what the door finds before anybody is known it finds by what only its holder has", async () => {
    const zeros = "decode(repeat('00', 32), 'hex')";
    await asApp("visitor", async (client) => {
      const ask = async (text: string) => (await client.query(text)).rows;
      expect(await ask(`select * from session_at_door(${zeros}, now(), '-infinity', '2026-03-02')`)).toEqual(
        [],
      );
      expect(await ask("select * from key_at_door('', now(), '2026-03-02')")).toEqual([]);
      expect(await ask("select * from account_of('%')")).toEqual([]);
      expect(await ask(`select * from step_at_door(${zeros}, '{reset,invitation}', now())`)).toEqual([]);
      expect(await ask(`select link_at_door(${zeros}, now()) as id`)).toEqual([{ id: null }]);
      expect(await ask("select provider_user('https://idp.test', '') as id")).toEqual([{ id: null }]);
      expect(await ask(`select * from account_use('${ids.salma}')`)).toEqual([
        { has_second_factor: null, last_used_at: null },
      ]);
      expect(await ask("select * from account_of('salma@exemple.test')")).toMatchObject([{ name: "salma" }]);
      expect(await ask("select id from demo_accounts()")).toEqual([]);
    });
  });
});
