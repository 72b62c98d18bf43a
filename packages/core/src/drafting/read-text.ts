// GET: an agreement's text as the register gives it now, what is missing, and the versions that were frozen.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, keyText, plainDate, rows, type Space, space } from "../kernel/index.ts";
import { assembleText } from "./assemble-text.ts";
import { bookOf, newestVersion } from "./books.ts";
import { bookChange, bookChanges } from "./differing-books.ts";
import { draftingErrors } from "./errors.ts";
import { type Facts, factsOf, signatoryOf } from "./facts.ts";
import { missing, missingOf } from "./missing.ts";
import { choices, draftContent, power, source, templateKind } from "./model.ts";
import { changedFigures, movedFigure } from "./moved.ts";
import { sentTo } from "./send.ts";
import {
  choicesOf,
  contentOf,
  isDrafted,
  isOpen,
  type KeptChoices,
  readAgreement,
  versionOf,
  versionsOf,
} from "./store.ts";
import { templateOf } from "./templates.ts";

const holder = z.object({ id: z.uuid(), name: z.string().nullable(), function: z.string() });
const sending = z.object({ to: sentTo, on: plainDate, note: z.string().nullable(), by: z.string() });
const versionShown = z.object({
  number: z.int(),
  hash: z.string(),
  note: z.string().nullable(),
  missing: z.int(),
  madeBy: z.string(),
  madeAt: z.string(),
  sendings: z.array(sending),
});

const names = z.object({ fr: z.string(), ar: z.string().nullable() });
const figureShown = z.object({
  kind: z.enum(["target", "amount"]),
  /** REF/1 or REF/M1. */
  reference: z.string(),
  name: names,
  value: z.string().nullable(),
  currency: z.string().nullable(),
  qualifier: z.string(),
  basis: source.shape.basis,
});

function figuresOf({ agreement, commitments, contributions }: Facts): z.infer<typeof figureShown>[] {
  return [
    ...commitments
      .filter(({ kind }) => kind === "result")
      .map(({ number, indicator, wording, quantity, qualifier, basis }) => ({
        ...{ kind: "target" as const, reference: `${agreement.reference}/${number}`, qualifier, basis },
        ...{ name: indicator?.name ?? { fr: wording, ar: null }, currency: null },
        value: quantity === null ? null : String(quantity),
      })),
    ...contributions.map(({ number, payer, purpose, amount, currency, qualifier, basis }) => ({
      ...{ kind: "amount" as const, reference: `${agreement.reference}/M${number}`, qualifier, basis },
      ...{ name: payer ?? { fr: purpose ?? "", ar: null }, currency, value: amount },
    })),
  ];
}

/** @throws `agreements.unknown`, `drafting.not_drafted` */
export const readText = defineQuery({
  name: "drafting.text",
  permission: "drafting.read",
  scope: "object",
  input: z.object({ agreement: keyText }),
  output: z.object({
    agreement: z.string(),
    space,
    title: z.string(),
    titleAr: z.string().nullable(),
    /** Whether it may still change; afterwards the versions are there to be read. */
    isOpen: z.boolean(),
    revision: z.int(),
    choices: choices.omit({ wordings: true }),
    /** What may be chosen of the template. */
    offered: z.object({
      kinds: z.array(templateKind),
      version: z.int(),
      date: plainDate,
      /** A later version of the templates than the one that the text was begun from, and what it has otherwise. */
      newer: z.object({ version: z.int(), date: plainDate, changes: z.array(bookChange) }).nullable(),
      optional: z.array(z.object({ key: z.string(), title: z.object({ fr: z.string(), ar: z.string() }) })),
    }),
    signatories: z.array(
      power.extend({ name: z.string(), power: z.string().nullable(), holders: z.array(holder) }),
    ),
    /** As it stands now: what the next version would be. */
    content: draftContent,
    missing: z.array(missing),
    /** The number of each promise and the amount of each contribution, as the text says it. */
    figures: z.array(figureShown),
    versions: z.array(versionShown),
    /** Figures that the register says otherwise than the last version. */
    moved: z.array(movedFigure),
  }),
  async run(ctx, given) {
    const agreement = await readAgreement(ctx, given.agreement);
    if (!isDrafted(agreement)) throw draftingErrors.not_drafted({ agreement: agreement.reference });
    const kept = await choicesOf(ctx.tx, agreement);
    const facts = await factsOf(ctx, agreement.id);
    const content = assembleText(facts, kept.choices, kept.book);
    const frozen = await versionsOf(ctx.tx, agreement.id);
    const { wordings: _, ...chosen } = kept.choices;
    const { version, date, optional } = templateOf(kept.book, kept.choices.template);
    const titleOf = (key: string, language: "fr" | "ar") => kept.book[language].clauses[key]?.title ?? key;
    const [last] = frozen;
    return {
      ...{ agreement: agreement.reference, space: agreement.space, title: agreement.title },
      ...{ titleAr: agreement.title_ar, isOpen: isOpen(agreement), revision: kept.revision, choices: chosen },
      offered: {
        ...{ kinds: [...templateKind.options], version, date },
        newer: await newerThan(ctx.tx, agreement.space, kept),
        optional: optional.map((key) => ({ key, title: { fr: titleOf(key, "fr"), ar: titleOf(key, "ar") } })),
      },
      signatories: facts.parties.map((party) => {
        const given = chosen.powers.find((one) => one.party === party.reference);
        return {
          ...{ party: party.reference, name: party.name.fr, power: given?.power ?? null },
          ...{ holder: signatoryOf(party, given?.holder)?.id ?? null, holders: [...party.holders] },
        };
      }),
      ...{ content, missing: missingOf(facts, kept.choices, kept.book, content), figures: figuresOf(facts) },
      versions: await withSendings(ctx, agreement.id, frozen),
      moved: last === undefined ? [] : changedFigures(contentOf(last), content),
    };
  },
});

async function newerThan(db: Db, space: Space, { book, choices: { template } }: KeptChoices) {
  const newest = await newestVersion(db, space);
  if (newest <= book.version) return null;
  const later = await bookOf(db, space, newest);
  return { version: newest, date: later.date, changes: bookChanges(book, later, template) };
}

async function withSendings(
  ctx: { readonly tx: Db },
  agreementId: string,
  frozen: Awaited<ReturnType<typeof versionsOf>>,
): Promise<z.infer<typeof versionShown>[]> {
  const sent = await rows(
    ctx.tx,
    sql<z.infer<typeof sending> & { version: string }>`
      select s.version_id as version, s.sent_to as to, s.sent_on as on, s.note, s.recorded_by_label as by
      from text_sendings s join text_versions v on v.id = s.version_id
      where v.agreement_id = ${agreementId} order by s.recorded_at desc, s.id desc`,
  );
  return frozen.map(({ id, number, hash, note, missing: lacking, madeBy, madeAt }) => ({
    ...{ number, hash, note, missing: lacking, madeBy, madeAt: madeAt.toISOString() },
    sendings: sent.filter(({ version }) => version === id).map(({ version: _, ...one }) => one),
  }));
}

/** One version as it was frozen. @throws `drafting.version_unknown` */
export const readVersion = defineQuery({
  name: "drafting.version",
  permission: "drafting.read",
  scope: "object",
  input: z.object({ agreement: keyText, version: z.coerce.number().int().min(1).max(32_767) }),
  output: z.object({
    number: z.int(),
    hash: z.string(),
    madeBy: z.string(),
    madeAt: z.string(),
    content: draftContent,
  }),
  async run(ctx, given) {
    const agreement = await readAgreement(ctx, given.agreement);
    const row = await versionOf(ctx.tx, agreement, given.version);
    const { number, hash, madeBy, madeAt } = row;
    return { number, hash, madeBy, madeAt: madeAt.toISOString(), content: contentOf(row) };
  },
});
