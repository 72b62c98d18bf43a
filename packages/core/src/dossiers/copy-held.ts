// The copy to which a person is entitled: what is held of her, her facts, and who looked at her, in her language.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, localeTags, message, onlyRow, rows } from "../kernel/index.ts";
import { type HeldPerson, readHeld, readProcessings } from "../people/index.ts";
import { dossierErrors } from "./errors.ts";
import { requestOf } from "./store.ts";

const section = z.object({
  title: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string() })),
  /** What stands there when nothing does. */
  whenEmpty: z.string(),
});
type Section = z.infer<typeof section>;
type Line = Section["lines"][number];

/** @throws `dossiers.request_unknown`, `dossiers.not_identified` */
export const copyHeld = defineAct({
  name: "dossiers.copy_held",
  permission: "person_requests.handle",
  input: z.object({ number: z.string().min(1).max(40), language: z.enum(["fr", "ar"]).optional() }),
  output: z.object({
    language: z.enum(["fr", "ar"]),
    title: z.string(),
    lead: z.string(),
    sections: z.array(section),
  }),
  async run(ctx, given) {
    const request = await requestOf(ctx.tx, given.number);
    const { subject, number, kind, decision } = request;
    if (subject === null || kind !== "access" || decision === null || decision === "refused") {
      throw dossierErrors.not_identified({ number });
    }
    const language = given.language ?? request.language;
    const { subjects } = await onlyRow(
      ctx.tx,
      sql<{ subjects: string[] }>`select whole_person(${subject}::uuid) as subjects`,
    );
    const say = sayIn(language);
    const sections = [
      heldSection(await readHeld(ctx, subjects), say),
      await factSection(ctx, subject, say),
      await processingSection(ctx, say),
      await lookedSection(ctx, subjects, say),
    ];
    await ctx.journal({ object: { kind: "person", id: subject }, after: { request: number, language } });
    const on = say.day(ctx.clock.now().toISOString());
    return { language, title: say("copy.title"), lead: say("copy.lead", { number, on }), sections };
  },
});

type Say = ReturnType<typeof sayIn>;

function sayIn(language: "fr" | "ar") {
  const days = new Intl.DateTimeFormat(localeTags[language], { dateStyle: "long", timeZone: "UTC" });
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    message(language, "dossiers", key, values);
  return Object.assign(say, { language, day: (text: string) => days.format(new Date(text)) });
}

function heldSection({ fields, documents, consents }: HeldPerson, say: Say): Section {
  const own = Object.entries(fields ?? {}).map(([field, value]) => ({
    label: say(`copy.field.${field}`),
    value: field === "birthDate" ? say.day(value) : field === "sex" ? say(`copy.sex.${value}`) : value,
  }));
  const cards = documents.map(({ type, country, number }) => ({
    label: say(`copy.document.${type}`),
    value: `${number} (${country})`,
  }));
  const agreed = consents.map(({ processing, version, givenOn, withdrawnOn }) => ({
    label: say("copy.consent", { processing, version }),
    value: say(withdrawnOn === null ? "copy.consentGiven" : "copy.consentWithdrawn", {
      givenOn: say.day(givenOn),
      withdrawnOn: withdrawnOn === null ? "" : say.day(withdrawnOn),
    }),
  }));
  return { title: say("copy.held"), lines: [...own, ...cards, ...agreed], whenEmpty: say("copy.nothing") };
}

interface Fact {
  readonly date: string;
  readonly indicator_fr: string;
  readonly indicator_ar: string;
  readonly agreement: string;
  readonly title: string;
  readonly place_fr: string | null;
  readonly place_ar: string | null;
  readonly evidence: number;
  readonly source: string;
  readonly withdrawn: boolean;
}

async function factSection(ctx: ActContext, subject: string, say: Say): Promise<Section> {
  const facts = await rows(
    ctx.tx,
    sql<Fact>`
      select f.fact_date as date, i.label_fr as indicator_fr, i.label_ar as indicator_ar, f.agreement, f.title,
             f.territory_fr as place_fr, f.territory_ar as place_ar, f.evidence, f.source, f.withdrawn
      from facts_of_person(${subject}) f join indicators i on i.code = f.indicator`,
  );
  return {
    title: say("copy.facts"),
    lines: facts.map((fact) => factLine(fact, say)),
    whenEmpty: say("copy.noFact"),
  };
}

function factLine(fact: Fact, say: Say): Line {
  const isArabic = say.language === "ar";
  const place = isArabic ? fact.place_ar : fact.place_fr;
  return {
    label: say.day(fact.date),
    value: say(fact.withdrawn ? "copy.factWithdrawn" : "copy.fact", {
      ...{ indicator: isArabic ? fact.indicator_ar : fact.indicator_fr, agreement: fact.agreement },
      ...{
        title: fact.title,
        place: place ?? say("copy.noPlace"),
        evidence: fact.evidence,
        source: fact.source,
      },
    }),
  };
}

async function processingSection(ctx: ActContext, say: Say): Promise<Section> {
  const processings = await readProcessings(ctx.tx);
  const lines = processings.map(({ label, purpose, recipients }) => ({
    label: label[say.language],
    value: `${purpose[say.language]} ${recipients[say.language]}`,
  }));
  return { title: say("copy.why"), lines, whenEmpty: say("copy.nothing") };
}

const looks = [
  "people.register",
  "people.update",
  "people.unmask",
  "dossiers.look_up",
  "dossiers.copy_held",
] as const;

async function lookedSection(ctx: ActContext, subjects: readonly string[], say: Say): Promise<Section> {
  const found = await rows(
    ctx.tx,
    sql<{ at: string; act: string; actor: string; reason: string | null }>`
      select to_json(at) #>> '{}' as at, act, actor_label as actor, reason from journal
      where object_id = any(${subjects}::text[]) and act = any(${looks}::text[]) order by at`,
  );
  const lines = found.map(({ at, act, actor, reason }) => ({
    label: say.day(at),
    value: `${say(`copy.act.${act}`, { actor })}${reason === null ? "" : ` — ${reason}`}`,
  }));
  return { title: say("copy.looked"), lines, whenEmpty: say("copy.nobody") };
}
