// Coming in, in a real browser: password and code, sessions, an invitation with its role, a forgotten password.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../axe.ts";
import { chromiumPath } from "../site.ts";
import { codeOf } from "./code-of.ts";
import { nadia, openHouse, signIn } from "./open-house.ts";

const salma = { mail: "salma@exemple.test", name: "سلمى", password: "la pluie tombe à Larache" };

describe.skipIf(!existsSync(chromiumPath))("who comes in", () => {
  let house: Awaited<ReturnType<typeof openHouse>>;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const newPage = async (lang: "fr" | "ar" = "fr", width = 1440) => {
    const { context } = await house.reader({ lang, width });
    return context.newPage();
  };
  const leave = async (page: Page) => {
    await page.locator(".who summary").click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL(/\/sign-in/);
  };

  test("by a password, and once it is added by a code of the application; neither alone is enough", async () => {
    const page = await newPage();
    await page.goto("/users");
    await page.waitForURL(/\/sign-in/);
    await signIn(page, { ...nadia, password: "un figuier derrière la gare" });
    await page.getByRole("alert").getByText("ne vont pas ensemble").waitFor();
    await signIn(page, nadia);
    await page.waitForURL(/\/agreements/);
    await page.goto("/account");
    await page.getByRole("button", { name: "Ajouter une application" }).click();
    const secret = ((await page.locator("code.secret").textContent()) ?? "").replaceAll(" ", "");
    await expect.poll(() => page.getByRole("img", { name: "Image à photographier" }).isVisible()).toBe(true);
    await page.getByLabel("Premier code").fill(codeOf(secret));
    await page.getByRole("button", { name: "Mettre en service" }).click();
    const recovery = (await page.locator(".recovery-codes code").first().textContent()) ?? "";
    await leave(page);

    await signIn(page, nadia);
    await page.getByLabel("Code").fill("000000");
    await page.getByRole("button", { name: "Entrer" }).click();
    await page.getByRole("alert").getByText("Ce code n’est pas le bon").waitFor();
    await page.getByLabel("Code").fill(codeOf(secret, 1));
    await page.getByRole("button", { name: "Entrer" }).click();
    await page.waitForURL(/\/agreements/);
    await leave(page);

    await signIn(page, nadia);
    await page.getByLabel("Code").fill(recovery);
    await page.getByRole("button", { name: "Entrer" }).click();
    await page.waitForURL(/\/agreements/);
    await page.goto("/account");
    await page.getByText("Il reste 9 codes de secours").waitFor();
    await page.locator("summary", { hasText: "Retirer l’application de codes" }).click();
    const removing = page.locator("details[open]").getByRole("button", { name: "Retirer l’application" });
    await page.locator("details[open]").getByLabel("Mot de passe actuel").fill(nadia.password);
    await removing.click();
    await page.getByRole("button", { name: "Ajouter une application" }).waitFor();
    await page.context().close();
  });

  test("two sessions are listed, and the one that is ended is over at once", async () => {
    const [here, there] = [await newPage(), await newPage()];
    await signIn(there, nadia);
    await there.waitForURL(/\/agreements/);
    await signIn(here, nadia);
    await here.waitForURL(/\/agreements/);
    await here.goto("/account");
    const rows = here.locator("table", { hasText: "Mes sessions" }).locator("tbody tr");
    await here.getByRole("button", { name: "Terminer toutes les autres sessions" }).waitFor();
    const listed = await rows.count();
    expect(listed).toBeGreaterThan(1);
    await rows.getByRole("button", { name: "Terminer" }).first().click();
    await expect.poll(() => rows.count()).toBe(listed - 1);
    await here.getByText("cette session").waitFor();
    await there.goto("/account");
    await there.waitForURL(/\/sign-in/);
    await Promise.all([here.context().close(), there.context().close()]);
  });

  test("an invitation in Arabic sets a password once; a role is seen before it is given, and then holds", async () => {
    const office = await newPage();
    await signIn(office, nadia);
    await office.waitForURL(/\/agreements/);
    await office.goto("/users");
    await office.locator("summary", { hasText: "Inviter quelqu’un" }).click();
    const invitation = office.locator("details[open]");
    await invitation.getByLabel("Courriel").fill(salma.mail);
    await invitation.getByLabel("Nom affiché").fill(salma.name);
    await invitation.getByLabel("Langue de ses messages").selectOption("ar");
    await invitation.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await office.getByText("L’invitation part.").waitFor();
    const { subject, link } = await house.mailTo(salma.mail);
    expect(subject).toBe("حسابك في التزام");

    const phone = await newPage("ar", 360);
    await phone.goto(link);
    const password = phone.getByLabel("كلمة المرور الجديدة");
    const keep = phone.locator("button.main-button");
    await password.fill("azertyuiop");
    await keep.click();
    await phone.getByRole("alert").waitFor();
    await password.fill(salma.password);
    await keep.click();
    await phone.locator(".done").waitFor();
    expect(phone.url()).not.toContain("#");
    await phone.goto("about:blank");
    await phone.goto(link);
    await phone.locator(".refusal").waitFor();

    const entry = office.locator(".user", { hasText: salma.mail });
    await entry.getByText("aucun rôle : ce compte ne voit rien").waitFor();
    await entry.getByRole("button", { name: "Donner un rôle" }).click();
    await entry.getByLabel("Rôle", { exact: true }).selectOption("R10");
    await entry.getByLabel("Où il vaut").selectOption("everywhere");
    await entry.getByRole("button", { name: "Voir d’abord ce que ce compte verrait" }).click();
    await entry.locator(".seen-preview", { hasText: "Ne voit l’identité de personne." }).waitFor();
    await entry.getByRole("button", { name: "Donner ce rôle" }).click();
    await entry.locator(".grants", { hasText: "contrôleur·e" }).waitFor();
    await entry.getByRole("link", { name: "Ce que voit ce compte" }).click();
    await office.getByRole("heading", { name: `Ce que voit ${salma.name}` }).waitFor();
    await office.locator("tbody th", { hasText: "réclamations" }).waitFor();
    expect(await axeViolations(office)).toEqual([]);

    await signIn(phone, salma);
    await phone.waitForURL(/\/agreements/);
    await phone.goto("/roles");
    await phone.getByRole("heading", { name: "Rôles et droits" }).waitFor();
    await expect.poll(() => phone.getByRole("link", { name: "Clés des machines" }).count()).toBe(0);
    await phone.getByLabel("Un rôle, ou ce qu’il peut faire").fill("constater la signature");
    await expect.poll(() => phone.locator(".role-rights").count()).toBe(2);
    await Promise.all([office.context().close(), phone.context().close()]);
  });

  test("a forgotten password: the same is said to whoever asks, and the link ends every session", async () => {
    const inside = await newPage();
    await signIn(inside, salma);
    await inside.waitForURL(/\/agreements/);
    const page = await newPage();
    for (const mail of ["personne@exemple.test", salma.mail]) {
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "Mot de passe oublié ?" }).click();
      await page.getByRole("heading", { name: "Un nouveau mot de passe" }).waitFor();
      await page.getByLabel("Courriel").fill(mail);
      await page.getByRole("button", { name: "Recevoir un lien" }).click();
      await page.getByText(`Si un compte est ouvert à l’adresse ${mail}`).waitFor();
    }
    const { link } = await house.mailTo(salma.mail, 2);
    await page.goto(`${link.replace("#", "?lang=fr#")}`);
    await page.getByText("Toutes les sessions ouvertes se terminent").waitFor();
    await page.getByLabel("Nouveau mot de passe").fill("trois chats sur un toit");
    await page.getByRole("button", { name: "Enregistrer ce mot de passe" }).click();
    await page.getByText("Le mot de passe est enregistré").waitFor();
    await inside.goto("/account");
    await inside.waitForURL(/\/sign-in/);
    await signIn(page, salma);
    await page.getByRole("alert").waitFor();
    await signIn(page, { ...salma, password: "trois chats sur un toit" });
    await page.waitForURL(/\/agreements/);
    await Promise.all([inside.context().close(), page.context().close()]);
  });
});
