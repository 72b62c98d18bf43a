// An installation that somebody administers: nobody comes in without an account, and mails are kept instead of sent.
import { createAdministrator } from "@iltizam/core/identity";
import { systemActor } from "@iltizam/core/kernel";
import { openContext } from "@iltizam/server/compose";
import type { DemoPlace } from "@iltizam/server/demo";
import type { Mail } from "@iltizam/server/mail";
import type { Page } from "playwright-core";
import { openSite } from "../site.ts";

export const nadia = {
  mail: "nadia@exemple.test",
  name: "Nadia",
  password: "un figuier devant la gare",
} as const;

export async function openHouse() {
  const kept: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => void kept.push(mail),
    close: () => undefined,
    from: "iltizam@exemple.test",
  };
  const site = await openSite(employ, { demo: false, mailer, mailEvery: 50 });
  return { ...site, mailTo: (to: string, count = 1) => mailTo(kept, to, count) };
}

async function employ({ appUrl, dataDir }: DemoPlace): Promise<void> {
  const place = { appUrl, dataDir, actor: systemActor, name: "e2e", connections: 2 };
  const { ctx, close } = await openContext(place);
  await createAdministrator(ctx, nadia);
  await close();
}

/** The last of so many mails to somebody, and the path behind the link in it. */
async function mailTo(kept: readonly Mail[], to: string, count: number) {
  for (let wait = 0; wait < 200; wait += 1) {
    const found = kept.filter((mail) => mail.to === to);
    const last = found.at(-1);
    if (found.length >= count && last) {
      const [, link = ""] = /(\/(?:set-password|open)#[\w-]{43})\s/.exec(last.text) ?? [];
      return { ...last, link };
    }
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`no mail came for ${to}`);
}

/** In French, whatever was read there before. */
export async function signIn(page: Page, who: { mail: string; password: string }): Promise<void> {
  await page.goto("/sign-in?lang=fr");
  await page.getByLabel("Courriel").fill(who.mail);
  await page.getByLabel("Mot de passe").fill(who.password);
  await page.getByRole("button", { name: "Entrer" }).click();
}
