// What the five notes name, in Arabic and English: official names where one is known, titles in our own words. Nobody has
// reviewed the Arabic yet, and it says so.
import { announcedEvents, announcedNames, announcedTitles } from "@iltizam/reference";
import { agreementOf, sayTitle } from "../agreements/index.ts";
import { type Context, dbOf, together } from "../kernel/index.ts";
import { eventInFull, sayInArabic } from "../meetings/index.ts";
import { addAlias, organisationOf, sayName } from "../organisations/index.ts";

/** Says them once: a name or a title that stands there already is left to who gave it. */
export function sayAnnouncements(ctx: Context): Promise<{ said: number }> {
  return together(ctx, "drafts.say_announcements", async (inside) => ({
    said: (await sayNames(inside)) + (await sayTitles(inside)) + (await sayEvents(inside)),
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

async function sayEvents(ctx: Context): Promise<number> {
  let said = 0;
  for (const [reference, words] of Map.groupBy(announcedEvents(), (one) => one.reference)) {
    const { name, nameAr, parts, topics } = await eventInFull(ctx, { event: reference });
    const unsaid = [
      ...(nameAr === null ? [{ rowId: null, original: name }] : []),
      ...parts
        .filter(({ topicAr }) => topicAr === null)
        .map(({ id, topic }) => ({ rowId: id, original: topic })),
      ...topics
        .filter(({ labelAr }) => labelAr === null)
        .map(({ id, label }) => ({ rowId: id, original: label })),
    ];
    for (const { rowId, original } of unsaid) {
      const found = words.find((one) => one.original === original);
      if (found === undefined) continue;
      await sayInArabic(ctx, { event: reference, rowId, text: found.ar, reviewed: found.reviewed });
      said += 1;
    }
  }
  return said;
}
