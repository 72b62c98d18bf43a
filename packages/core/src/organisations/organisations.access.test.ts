import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { type Context, errorMessage, locales } from "../kernel/index.ts";
import { addAlias } from "./add-alias.ts";
import { addFocalPoint } from "./add-focal-point.ts";
import { organisationErrors } from "./errors.ts";
import { getOrganisation } from "./get-organisation.ts";
import { listChecks } from "./list-checks.ts";
import { listFocalPoints } from "./list-focal-points.ts";
import { listOrganisations } from "./list-organisations.ts";
import { nameOfficeHolder } from "./name-office-holder.ts";
import { openCheckFile } from "./open-check-file.ts";
import { openServicePoint } from "./open-service-point.ts";
import { ownRights } from "./own-rights.ts";
import { registerOrganisation } from "./register-organisation.ts";
import { relateOrganisations } from "./relate-organisations.ts";
import { renameOrganisation } from "./rename-organisation.ts";
import { routes } from "./routes.ts";
import { sayName } from "./say-name.ts";
import { verifyOrganisation } from "./verify-organisation.ts";

const register = await openRegister();
const { ctx, region } = register;
afterAll(() => register.close());

const space = "simulated";
const agency = await registerOrganisation(ctx, {
  ...{ space, reference: "AGENCE", kind: "public_agency", name: "Agence", territoryId: region },
});
await registerOrganisation(ctx, { space, reference: "AUTRE", kind: "company", name: "Autre" });

const organisation = "AGENCE";
const [paper = ""] = (
  await verifyOrganisation(ctx, {
    organisation,
    checks: [
      {
        ...{ point: "tax", outcome: "in_order" },
        file: { name: "attestation.pdf", base64: Buffer.from("%PDF-1.7\n").toString("base64") },
      },
    ],
  })
).ids;
const calls: readonly (readonly [string, string, (ctx: Context) => Promise<unknown>])[] = [
  ["listOrganisations", "organisations.read", (c) => listOrganisations(c, { space })],
  ["getOrganisation", "organisations.read", (c) => getOrganisation(c, { organisation })],
  ["ownRights", "organisations.read", (c) => ownRights(c, { organisation })],
  ["listFocalPoints", "contacts.read", (c) => listFocalPoints(c, { organisation })],
  [
    "registerOrganisation",
    "organisations.register",
    (c) => registerOrganisation(c, { space, kind: "ngo", name: "Neuve" }),
  ],
  [
    "renameOrganisation",
    "organisations.edit",
    (c) => renameOrganisation(c, { organisation, name: "Agence 2", from: "2025-01-01" }),
  ],
  [
    "sayName",
    "organisations.edit",
    (c) => sayName(c, { organisation, language: "en", name: "Agency", reviewed: true }),
  ],
  ["addAlias", "organisations.edit", (c) => addAlias(c, { organisation, name: "A", language: "fr" })],
  [
    "nameOfficeHolder",
    "organisations.edit",
    (c) => nameOfficeHolder(c, { organisation, name: null, function: "chef" }),
  ],
  [
    "openServicePoint",
    "organisations.edit",
    (c) => openServicePoint(c, { organisation, kind: "agency", name: "Local" }),
  ],
  [
    "relateOrganisations",
    "organisations.edit",
    (c) => relateOrganisations(c, { from: organisation, to: "AUTRE", kind: "peer_of" }),
  ],
  [
    "addFocalPoint",
    "contacts.edit",
    (c) => addFocalPoint(c, { organisation, function: "RH", mail: "rh@exemple.test" }),
  ],
  [
    "verifyOrganisation",
    "organisations.verify",
    (c) => verifyOrganisation(c, { organisation, checks: [{ point: "no_fee", outcome: "in_order" }] }),
  ],
  ["listChecks", "organisations.read_checks", (c) => listChecks(c, { organisation })],
  ["openCheckFile", "organisations.open_papers", (c) => openCheckFile(c, { organisation, check: paper })],
];

const every = [...new Set(calls.map(([, permission]) => permission))];

test.each(calls)("%s asks for %s, and every other right is not enough", async (_name, permission, call) => {
  const others = every.filter((one) => one !== permission);
  await expect(call(register.as(others))).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission },
  });
  await expect(call(register.as([permission]))).resolves.toBeDefined();
});

test("each route has a line in the table above", () => {
  const asked = routes.map((route) => ("act" in route ? route.act.permission : route.query.permission));
  expect(calls.length).toBe(routes.length);
  expect(calls.map(([, permission]) => permission).sort()).toEqual(asked.sort());
});

test("a right in one territory, or for one organisation, holds there only", async () => {
  const alias = (key: string) => (c: Context) =>
    addAlias(c, { organisation: key, name: "Ici", language: "fr" });
  for (const where of [{ territory: region }, { organisation: agency.id }]) {
    const here = register.as(["organisations.edit"], where);
    await expect(alias("AGENCE")(here)).resolves.toBeDefined();
    await expect(alias("AUTRE")(here)).rejects.toMatchObject({ code: "kernel.not_allowed" });
  }
});

test("what somebody may do is said of the one that is asked about, and only to who reads it", async () => {
  const ask = (c: Context, key: string) => ownRights(c, { organisation: key });
  const { actor } = register.as(["organisations.read"]);
  const edits = { permissions: ["organisations.edit"], territory: region };
  const here = { ...ctx, actor: { ...actor, grants: [...actor.grants, edits] } };
  expect(await ask(here, "AGENCE")).toEqual({ permissions: ["organisations.edit", "organisations.read"] });
  expect(await ask(here, "AUTRE")).toEqual({ permissions: ["organisations.read"] });
  await expect(ask(register.as([]), "AGENCE")).rejects.toMatchObject({ code: "kernel.not_allowed" });
});

test("the journal says that a focal point has a mail, not which one", async () => {
  const { id } = await addFocalPoint(ctx, { organisation, function: "DG", mail: "dg@exemple.test" });
  expect(JSON.stringify(await register.journalOf(id))).not.toContain("exemple.test");
});

test("a refusal is said in three languages", () => {
  const refusal = organisationErrors.other_space({
    organisation: "PORT",
    space: "real",
    wanted: "simulated",
  });
  const said = locales.map((locale) => errorMessage(locale, refusal));
  expect(said[0]).toContain("PORT est réelle");
  expect(said[1]).toContain("الفضاء الحقيقي");
  expect(said[2]).toContain("PORT is real");
});
