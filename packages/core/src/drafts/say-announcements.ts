// What the five notes name, in Arabic and English: official names where one is known, titles in our own words. Nobody has
// reviewed the Arabic yet, and it says so.
import { announcedNames, announcedTitles } from "@iltizam/reference";
import { agreementOf, sayTitle } from "../agreements/index.ts";
import { type Context, dbOf, together } from "../kernel/index.ts";
import { addAlias, organisationOf, sayName } from "../organisations/index.ts";

/** Says them once: a name or a title that stands there already is left to who gave it. */
export function sayAnnouncements(ctx: Context): Promise<{ said: number }> {
  return together(ctx, "drafts.say_announcements", async (inside) => ({
    said: (await sayNames(inside)) + (await sayTitles(inside)),
  }));
}

async function sayNames(ctx: Context): Promise<number> {
  let said = 0;
  for (const { reference, kind, name, reviewed } of announcedNames()) {
    const organisation = await organisationOf(dbOf(ctx), reference);
    if (kind === "former") await addAlias(ctx, { organisation: reference, name, language: "ar", kind });
    else if (organisation.name_ar === null) {
      await sayName(ctx, { organisation: reference, language: "ar", name, reviewed });
      said += 1;
    }
  }
  return said;
}

async function sayTitles(ctx: Context): Promise<number> {
  let said = 0;
  for (const { reference, ar, en, reviewed } of announcedTitles()) {
    const agreement = await agreementOf(dbOf(ctx), reference);
    if (agreement.title_ar !== null) continue;
    await sayTitle(ctx, { agreement: reference, language: "ar", title: ar, reviewed });
    await sayTitle(ctx, { agreement: reference, language: "en", title: en, reviewed: true });
    said += 1;
  }
  return said;
}
