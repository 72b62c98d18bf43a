// What somebody sees, in words: the numbers are the database's, the sentences those of three languages.
import { areaLabel, areasOf, listRoles, rightLabel, whatIsSeen } from "@iltizam/core/access";
import { grantRole, inviteUser, revokeRole } from "@iltizam/core/identity";
import { actorOf, locales, roles } from "@iltizam/core/kernel";
import { type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Gathered, gatherCore } from "../../http/index.ts";

let gathered: Gathered;
let world: TwoOfEach;
beforeAll(async () => {
  gathered = await gatherCore();
  world = await twoOfEach(gathered);
});
afterAll(() => world.close());

const ask = (...grants: string[]) => whatIsSeen(world.ctx, { grants });

test("a company's focal point sees its own agreements, their money and declarations, and no row of results", async () => {
  const { counts, identities, changesSomething } = await ask("R5@organisation=ALFA");
  expect(counts).toMatchObject({
    agreements: { seen: 3, all: 6 },
    commitments: { seen: 2, all: 4 },
    declarations: { seen: 4, all: 8 },
    facts: { seen: 0, all: 8 },
  });
  expect({ identities, changesSomething }).toEqual({ identities: false, changesSomething: true });
});

test("a council sees its region and what it funds; both together count once", async () => {
  const agreements = async (...grants: string[]) => (await ask(...grants)).counts.agreements.seen;
  expect(await agreements("R7@territory=N")).toBe(2);
  expect(await agreements("R7@organisation=COUNCIL-N")).toBe(2);
  expect(await agreements("R7@territory=N", "R7@organisation=COUNCIL-N", "R7@organisation=COUNCIL-S")).toBe(
    4,
  );
});

test("a controller sees everything but identities and sensitive populations, and changes nothing", async () => {
  const { counts, words, ...seen } = await ask("R10");
  expect(seen).toMatchObject({ identities: false, sensitivePopulations: false, changesSomething: false });
  expect(counts.facts).toEqual({ seen: 8, all: 8 });
  expect(words.en).toContain("Changes nothing.");
  expect(words.fr).toContain("Ne voit l’identité de personne.");
  expect(words.ar).toContain("لا يغير شيئا.");
});

test("every role is told in every language, with the name of each place", async () => {
  for (const role of roles) {
    const { words } = await ask(`${role}@territory=N;organisation=ALFA`);
    for (const locale of locales) expect(words[locale].length).toBeGreaterThan(2);
    if (role === "R4") expect(words.en[0]).toContain("ALFA; N");
  }
});

test("who gives roles is told of all there is, also of what she does not see herself", async () => {
  const actor = actorOf(
    { id: world.ctx.ids.random(), kind: "user", label: "administrator" },
    [{ role: "R13" }],
    gathered.permissions,
  );
  const { counts } = await whatIsSeen({ ...world.ctx, actor }, { grants: ["R7@territory=N"] });
  expect(counts).toEqual((await ask("R7@territory=N")).counts);
  expect(counts.facts).toEqual({ seen: 4, all: 8 });
});

test("an account sees what its roles of today show, each told with its places; a role to come is told apart", async () => {
  const { user } = await inviteUser(world.ctx, {
    mail: "council@example.ma",
    name: "Council",
    language: "ar",
  });
  const seen = (...grants: string[]) => whatIsSeen(world.ctx, { user, grants });
  expect((await seen()).words.en[0]).toBe("Holds no role in force: sees nothing.");
  const { grant } = await grantRole(world.ctx, { user, role: "R7", organisation: "COUNCIL-N" });
  const now = await seen();
  expect(now.user).toEqual({ id: user, name: "Council", state: "invited" });
  expect(now.grants).toMatchObject([
    { role: "R7", held: true, agreements: 2, places: [{ kind: "organisation", reference: "COUNCIL-N" }] },
  ]);
  const then = await seen("R7@organisation=COUNCIL-S");
  expect(then.grants.map(({ held, agreements }) => [held, agreements])).toEqual([
    [true, 2],
    [false, 2],
  ]);
  expect([now.counts.agreements.seen, then.counts.agreements.seen]).toEqual([2, 4]);
  await revokeRole(world.ctx, { grant });
  expect((await seen()).counts.agreements).toEqual({ seen: 0, all: 6 });
});

test("nobody and nothing asked about is refused, and so is an account that is not", async () => {
  await expect(ask()).rejects.toMatchObject({ code: "access.nothing_asked" });
  const user = world.ctx.ids.random();
  await expect(whatIsSeen(world.ctx, { user })).rejects.toMatchObject({ code: "identity.user_unknown" });
});

test("every role is listed with its rights, and every right has its words in every language", async () => {
  const listed = await listRoles(world.ctx, {});
  expect(listed.map(({ role }) => role)).toEqual([...roles]);
  const rightsOf = (role: string) => listed.find((one) => one.role === role)?.rights.map(({ name }) => name);
  expect(rightsOf("R12")).toEqual([
    "territory.read",
    "vocabulary.read",
    "complaints.lodge",
    "call_notices.read",
    "call_results.read",
    "editions.read",
  ]);
  expect(rightsOf("R10")).not.toContain("people.unmask");
  const names = new Set(listed.flatMap(({ rights }) => rights.map(({ name }) => name)));
  for (const name of names) for (const locale of locales) expect(rightLabel(locale, name)).not.toBe("");
});

test("every area of a permission has a name", () => {
  const { reads, acts } = areasOf(Object.keys(gathered.permissions));
  for (const area of [...reads, ...acts])
    for (const locale of locales) expect(areaLabel(locale, area)).not.toBe("");
});

test.each(["R99", "R5@organisation", "R5@village=X", ""])(
  "%j is no role with its places",
  async (written) => {
    await expect(ask(written)).rejects.toMatchObject({ code: "access.grant_unreadable" });
  },
);

test("a place that nobody knows is named", async () => {
  await expect(ask("R5@organisation=NOBODY")).rejects.toMatchObject({ code: "organisations.unknown" });
  await expect(ask("R4@territory=99")).rejects.toMatchObject({ code: "territory.unknown" });
});
