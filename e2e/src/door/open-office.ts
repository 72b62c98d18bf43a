// The invented region with somebody in each role, a workshop that promised something, and a person who is counted.
import { addParty, amend, registerLegacy } from "@iltizam/core/agreements";
import { finalise, promise, setTarget } from "@iltizam/core/commitments";
import { pledge } from "@iltizam/core/funding";
import { grantRole, openDemoAccount } from "@iltizam/core/identity";
import { type Context, type Role, systemActor } from "@iltizam/core/kernel";
import { addFocalPoint, registerOrganisation } from "@iltizam/core/organisations";
import { registerPerson } from "@iltizam/core/people";
import { keepDocument } from "@iltizam/core/sources";
import { openContext } from "@iltizam/server/compose";
import type { DemoPlace } from "@iltizam/server/demo";
import type { Page } from "playwright-core";
import { seed } from "../seed.ts";
import { openSite } from "../site.ts";
import { openMailBox } from "./mail-box.ts";

const space = "simulated";
export const focalPoint = "drh@exemple.test";
export const association = "cedre@exemple.test";
/** The first of the persons whom the seed counts, now with a name. */
export const person = { number: "ZZ1001", name: "Amina Idrissi", nameAr: "أمينة الإدريسي" } as const;

export async function openOffice() {
  const { mailer, mailTo, countTo } = openMailBox();
  const site = await openSite(seed, { mailer, mailEvery: 50 }, employ);
  return { ...site, mailTo, countTo };
}

async function employ(place: DemoPlace): Promise<void> {
  const { appUrl, dataDir } = place;
  const opened = { appUrl, dataDir, actor: systemActor, name: "e2e", connections: 2 };
  const { ctx, close } = await openContext(opened);
  for (const role of ["R2", "R10", "R11"] as const) await seat(ctx, role);
  await oweSomething(ctx);
  const { number, ...named } = person;
  await registerPerson(ctx, { space, document: { number }, person: named });
  await close();
}

async function seat(ctx: Context, role: Role): Promise<void> {
  const { user } = await openDemoAccount(ctx, { mail: `${role}@exemple.test`, name: `Personne ${role}` });
  await grantRole(ctx, { user, role });
}

async function oweSomething(ctx: Context): Promise<void> {
  const workshop = "ATELIERS-AO";
  await registerOrganisation(ctx, {
    ...{ space, reference: workshop, kind: "company", name: "Ateliers d’Atlas-Océan" },
  });
  await addFocalPoint(ctx, { organisation: workshop, function: "DRH", mail: focalPoint });
  await addFocalPoint(ctx, { organisation: "ASSO-CEDRE", function: "Présidence", mail: association });
  const agreement = "AO-ATELIERS";
  const text = "Article 2. Les ateliers embauchent soixante personnes avant la fin de 2026.";
  const { id: documentId } = await keepDocument(ctx, {
    ...{ space, kind: "signed_text", title: "Convention AO-ATELIERS", language: "fr", text },
    fileBase64: Buffer.from(text).toString("base64"),
  });
  const signed = {
    title: "Embauches aux ateliers",
    state: "in_force",
    since: "2026-01-01",
    documentId,
  } as const;
  await registerLegacy(ctx, { ...{ space, reference: agreement, type: "convention" }, ...signed });
  const joins = { effectiveOn: "2026-01-01", clause: "article 1", reason: "les ateliers se joignent" };
  const { number: amendment } = await amend(ctx, { agreement, type: "party", ...joins });
  await addParty(ctx, { agreement, organisation: workshop, role: "partner", amendment });
  const promised = {
    role: "contribution",
    contributor: workshop,
    amount: "90000.000",
    currency: "TND",
  } as const;
  await pledge(ctx, { agreement, ...promised, basis: "signed" });
  const asked = { indicator: "placements", wording: "embauches aux ateliers", owedBy: workshop };
  const { reference } = await promise(ctx, { agreement, ...asked, deadline: "2026-12-31" });
  await finalise(ctx, { commitment: reference });
  await setTarget(ctx, { commitment: reference, quantity: 60, effectiveOn: "2026-01-01" });
}

/** Chooses a role of the demo by its name. */
export async function sitAs(page: Page, role: string): Promise<void> {
  await page.goto("/sign-in?lang=fr");
  await page.getByRole("button", { name: role }).click();
  await page.waitForURL(/\/agreements/);
}
