// An installation that somebody administers: nobody comes in without an account, and mails are kept instead of sent.
import { createAdministrator } from "@iltizam/core/identity";
import { systemActor } from "@iltizam/core/kernel";
import { openContext } from "@iltizam/server/compose";
import type { DemoPlace } from "@iltizam/server/demo";
import type { Page } from "playwright-core";
import { openSite } from "../site.ts";
import { openMailBox } from "./mail-box.ts";

export const nadia = {
  mail: "nadia@exemple.test",
  name: "Nadia",
  password: "un figuier devant la gare",
} as const;

export async function openHouse() {
  const { mailer, mailTo } = openMailBox();
  const site = await openSite(employ, { demo: false, mailer, mailEvery: 50 });
  return { ...site, mailTo };
}

async function employ({ appUrl, dataDir }: DemoPlace): Promise<void> {
  const place = { appUrl, dataDir, actor: systemActor, name: "e2e", connections: 2 };
  const { ctx, close } = await openContext(place);
  await createAdministrator(ctx, nadia);
  await close();
}

/** In French, whatever was read there before. */
export async function signIn(page: Page, who: { mail: string; password: string }): Promise<void> {
  await page.goto("/sign-in?lang=fr");
  await page.getByLabel("Courriel").fill(who.mail);
  await page.getByLabel("Mot de passe").fill(who.password);
  await page.getByRole("button", { name: "Entrer" }).click();
}
