import { codes } from "@iltizam/reference";
import { openRegister } from "@iltizam/testkit/register";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { addAlias } from "./add-alias.ts";
import { addFocalPoint } from "./add-focal-point.ts";
import { getOrganisation } from "./get-organisation.ts";
import { listFocalPoints } from "./list-focal-points.ts";
import { listOrganisations } from "./list-organisations.ts";
import { ice, organisationKinds, referenceFromName } from "./model.ts";
import { nameOfficeHolder } from "./name-office-holder.ts";
import { openServicePoint } from "./open-service-point.ts";
import { findOrganisation, nameOn, resolveOrganisation } from "./queries.ts";
import { registerOrganisation } from "./register-organisation.ts";
import { relateOrganisations } from "./relate-organisations.ts";
import { renameOrganisation } from "./rename-organisation.ts";

const register = await openRegister();
const { ctx, province, elsewhere } = register;
afterAll(() => register.close());

const space = "simulated";
const company = (name: string, more: object = {}) =>
  registerOrganisation(ctx, { space, kind: "company", name, ...more });

test("the kinds are those of the reference lists", () => {
  expect([...organisationKinds].sort()).toEqual(
    codes("organisation_kinds")
      .map((one) => one.code)
      .sort(),
  );
});

test("a reference is made of the name, and numbered when another has it", async () => {
  expect(referenceFromName("Société Générale d’Équipement (SGE) — Succursale")).toBe(
    "SOCIETE-GENERALE-D-EQUIPEM",
  );
  expect(referenceFromName("شركة")).toBe("ORG");
  expect((await company("Atelier Doré")).reference).toBe("ATELIER-DORE");
  expect((await company("Atelier Doré")).reference).toBe("ATELIER-DORE-2");
  expect((await company("مؤسسة النجاح")).reference).toBe("ORG-1");
});

test("two registrations of one name at the same moment get two references", async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => company("Jumeaux")));
  expect(new Set(made.map((one) => one.reference)).size).toBe(4);
});

test("a reference that is taken is refused", async () => {
  await company("Une", { reference: "PRIS-1" });
  await expect(company("Autre", { reference: "PRIS-1" })).rejects.toMatchObject({
    code: "organisations.reference_taken",
  });
});

test("an ICE has fifteen digits, spaces do not count, and is given once in a space", async () => {
  expect(ice.parse("001 234 567 000 089")).toBe("001234567000089");
  for (const wrong of ["12345678901234", "1234567890123456", "12345678901234A"])
    expect(ice.safeParse(wrong).success).toBe(false);
  await company("Avec ICE", { ice: "001234567000089" });
  await expect(company("Encore", { ice: "001234567000089" })).rejects.toMatchObject({
    code: "organisations.ice_taken",
    params: { reference: "AVEC-ICE" },
  });
});

test("an organisation is found by its names in any spelling, by its ICE and by its reference", async () => {
  await company("Fédération de l’Électronique", {
    reference: "FELEC",
    kind: "professional_federation",
    nameAr: "فدرالية الإلكترونيك",
    ice: "001234567000111",
    otherNames: [{ name: "FELEC", language: "fr", kind: "acronym" }],
  });
  for (const words of [
    "federation de l'electronique",
    "FÉDÉRATION DE L’ÉLECTRONIQUE",
    "فدرالية الالكترونيك",
    "felec",
    "001234567000111",
  ])
    expect(
      (await findOrganisation(ctx.db, space, words)).map((one) => one.reference),
      words,
    ).toEqual(["FELEC"]);
  expect(await findOrganisation(ctx.db, "real", "FELEC")).toEqual([]);
  expect((await listOrganisations(ctx, { space, text: "electroniq fede" })).organisations[0]?.reference).toBe(
    "FELEC",
  );
});

test("words that mean several organisations are refused with the references to choose from", async () => {
  await expect(resolveOrganisation(ctx.db, space, "atelier dore")).rejects.toMatchObject({
    code: "organisations.ambiguous",
    params: { references: ["ATELIER-DORE", "ATELIER-DORE-2"] },
  });
  await expect(resolveOrganisation(ctx.db, space, "nobody")).rejects.toMatchObject({
    code: "organisations.unknown",
  });
});

test("a ministry keeps its successive names, each with its days", async () => {
  await registerOrganisation(ctx, {
    space,
    reference: "MIN",
    kind: "ministry",
    name: "Ministère du travail",
  });
  await renameOrganisation(ctx, { organisation: "MIN", name: "Ministère de l’emploi", from: "2017-04-05" });
  const renamed = await renameOrganisation(ctx, {
    organisation: "MIN",
    name: "Ministère de l’inclusion",
    from: "2021-10-08",
    reason: "nouveau gouvernement",
  });
  expect(renamed.formerName).toBe("Ministère de l’emploi");
  expect(await nameOn(ctx.db, "MIN", "fr", "2016-06-15")).toBe("Ministère du travail");
  expect(await nameOn(ctx.db, "MIN", "fr", "2021-10-07")).toBe("Ministère de l’emploi");
  expect(await nameOn(ctx.db, "MIN", "fr", "2021-10-08")).toBe("Ministère de l’inclusion");
  expect((await resolveOrganisation(ctx.db, space, "ministere de l'emploi")).name).toBe(
    "Ministère de l’inclusion",
  );
  const again = { organisation: "MIN", name: "Autre", from: "2020-01-01" };
  await expect(renameOrganisation(ctx, again)).rejects.toMatchObject({ code: "organisations.renamed_later" });
  await renameOrganisation(ctx, { organisation: "MIN", name: "Ministère du travail", from: "2025-01-01" });
  expect(await nameOn(ctx.db, "MIN", "fr", "2026-01-01")).toBe("Ministère du travail");
  expect(await register.journalOf(renamed.id)).toContainEqual(
    expect.objectContaining({ reason: "nouveau gouvernement" }),
  );
});

test("an office-holder is named once, also without a name, and the end of the office is filled in", async () => {
  const wali = { organisation: "MIN", name: null, function: "wali" };
  const first = await nameOfficeHolder(ctx, wali);
  expect(await nameOfficeHolder(ctx, { ...wali, to: "2025-12-31" })).toEqual(first);
  const [row] = await register.rows(
    sql<{ held_to: string }>`select held_to from office_holders where id = ${first.id}`,
  );
  expect(row?.held_to).toBe("2025-12-31");
});

test("one organisation is read with its names, relations, people and places", async () => {
  const operator = await company("Incubateur du Port", { reference: "PORT", territoryId: province });
  await addAlias(ctx, { organisation: "PORT", name: "Le Port", language: "fr" });
  expect(await addAlias(ctx, { organisation: "PORT", name: "Le Port", language: "fr" })).toMatchObject({
    added: false,
  });
  await relateOrganisations(ctx, { from: "PORT", to: "MIN", kind: "supervised_by" });
  const place = {
    organisation: "PORT",
    kind: "incubator",
    name: "Pépinière",
    founder: "MIN",
    territoryId: null,
  } as const;
  expect(await openServicePoint(ctx, place)).toEqual(await openServicePoint(ctx, place));
  await nameOfficeHolder(ctx, { organisation: "PORT", name: "N. Alami", function: "directrice" });
  const found = await getOrganisation(ctx, { organisation: operator.id });
  expect(found).toMatchObject({
    reference: "PORT",
    relations: [{ kind: "supervised_by", direction: "to", reference: "MIN" }],
    servicePoints: [{ name: "Pépinière", founder: "MIN", openedOn: null }],
    officeHolders: [{ function: "directrice" }],
  });
  expect(found.names.map((one) => one.kind)).toEqual(["official", "alias"]);
  expect((await getOrganisation(ctx, { organisation: "MIN" })).relations[0]).toMatchObject({
    direction: "from",
    reference: "PORT",
  });
});

test("lists are paged by name and tell the total", async () => {
  const all = await listOrganisations(ctx, { space, limit: 200 });
  const page = await listOrganisations(ctx, { space, limit: 2, offset: 1 });
  expect(page.total).toBe(all.organisations.length);
  expect(page.organisations).toEqual(all.organisations.slice(1, 3));
  const ministries = await listOrganisations(ctx, { space, kind: "ministry" });
  expect(ministries.organisations.map((one) => one.reference)).toEqual(["MIN"]);
});

test("the two spaces never mix", async () => {
  await registerOrganisation(ctx, { space: "real", reference: "REEL", kind: "company", name: "Réelle" });
  const refusal = { code: "organisations.other_space" };
  await expect(company("Filiale", { parent: "REEL" })).rejects.toMatchObject(refusal);
  await expect(relateOrganisations(ctx, { from: "PORT", to: "REEL", kind: "peer_of" })).rejects.toMatchObject(
    refusal,
  );
  await expect(company("Ailleurs", { territoryId: elsewhere })).rejects.toMatchObject({
    code: "organisations.territory_unknown",
  });
  const mixed = ctx.db.transaction().execute(async (tx) => {
    await sql`select set_config('iltizam.actor', 'test', true)`.execute(tx);
    await sql`insert into organisation_relations (from_id, to_id, space, kind)
              select a.id, b.id, 'simulated', 'peer_of' from organisations a, organisations b
              where a.reference = 'PORT' and b.reference = 'REEL'`.execute(tx);
  });
  await expect(mixed).rejects.toThrow(/foreign key/);
});

test("what is read has exactly the shape that is declared", async () => {
  await addFocalPoint(ctx, { organisation: "PORT", function: "RH", mail: "rh@exemple.test" });
  const found = await getOrganisation(ctx, { organisation: "PORT" });
  expect(getOrganisation.output.parse(found)).toEqual(found);
  const list = await listOrganisations(ctx, { space });
  expect(listOrganisations.output.parse(list)).toEqual(list);
  const points = await listFocalPoints(ctx, { organisation: "PORT" });
  expect(listFocalPoints.output.parse(points)).toEqual(points);
});
