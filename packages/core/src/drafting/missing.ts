// What a text lacks before it can be sent, and what somebody should look at: each in one sentence, with where it is mended.
import { z } from "zod";
import { assembleText } from "./assemble-text.ts";
import { type CommitmentFact, type Facts, signatoryOf } from "./facts.ts";
import { type AgreementText, type Choices, type Clause, type DraftContent, sourcedRuns } from "./model.ts";
import { withoutArabic } from "./name-data.ts";
import { readNumber } from "./say.ts";
import { type TemplateBook, templateOf } from "./templates.ts";

const missingCodes = [
  ...[
    "few_signatories",
    "no_representative",
    "no_power",
    "no_begin",
    "no_end",
    "no_commitment",
    "no_indicator",
  ],
  ...["no_quantity", "no_debtor", "no_deadline", "no_task", "no_contribution", "no_payer", "no_amount"],
  ...[
    "without_payer",
    "no_committee",
    "no_report",
    "clause_struck",
    "not_in_text",
    "unknown_name",
    "typed_figure",
  ],
  ...["large_figure", "no_arabic", "one_language"],
] as const;

const places = ["agreement", "parties", "commitments", "money", "committees", "reports", "text"] as const;

export const missing = z.object({
  code: z.enum(missingCodes),
  /** Without it nothing is sent; otherwise somebody should look. */
  mandatory: z.boolean(),
  /** The part of the agreement's page, or the text itself, where it is mended. */
  where: z.enum(places),
  /** A promise, a party, a clause. */
  about: z.string().nullable(),
  name: z.string().nullable(),
});
export type Missing = z.infer<typeof missing>;

type Lack = Partial<Pick<Missing, "about" | "name">>;
const lack = (
  code: Missing["code"],
  where: Missing["where"],
  { about = null, name = null }: Lack = {},
): Missing => ({
  ...{ code, where, about, name, mandatory: !["no_deadline", "large_figure"].includes(code) },
});

/** All that is missing of the text as it would be assembled now. */
export function missingOf(
  facts: Facts,
  choices: Choices,
  book: TemplateBook,
  content: DraftContent = assembleText(facts, choices, book),
): Missing[] {
  return [
    ...ofParties(facts, choices),
    ...ofAgreement(facts),
    ...facts.commitments.flatMap((one) => ofCommitment(facts, one)),
    ...ofMoney(facts, content),
    ...(facts.committees.length === 0 ? [lack("no_committee", "committees")] : []),
    ...(facts.reports.length === 0 ? [lack("no_report", "reports")] : []),
    ...content.texts.flatMap((text) =>
      ofText(facts, templateOf(book, choices.template).mandatory, book, text),
    ),
    ...inOneLanguage(content),
    ...(choices.languages.includes("ar")
      ? withoutArabic(facts).map((name) => lack("no_arabic", "agreement", { name }))
      : []),
  ];
}

function ofParties({ parties }: Facts, { powers }: Choices): Missing[] {
  const few =
    parties.length < 2 ? [lack("few_signatories", "parties", { name: String(parties.length) })] : [];
  return [
    ...few,
    ...parties.flatMap((party) => {
      const one = { about: party.reference, name: party.name.fr };
      const given = powers.find((power) => power.party === party.reference);
      if (signatoryOf(party, given?.holder) === null) return [lack("no_representative", "text", one)];
      return given ? [] : [lack("no_power", "text", one)];
    }),
  ];
}

function ofAgreement({ agreement, commitments }: Facts): Missing[] {
  return [
    ...(agreement.period_from === null ? [lack("no_begin", "agreement")] : []),
    ...(agreement.period_to === null ? [lack("no_end", "agreement")] : []),
    ...(commitments.length === 0 ? [lack("no_commitment", "commitments")] : []),
  ];
}

function ofCommitment({ agreement, tasks }: Facts, one: CommitmentFact): Missing[] {
  const about = `${agreement.reference}/${one.number}`;
  const at = (code: Missing["code"]) =>
    lack(code, "commitments", { about, name: one.indicator?.name.fr ?? one.wording });
  const isResult = one.kind === "result";
  // somebody decided that this promise has no number
  const isLeftOpen = one.basis !== null && one.qualifier === "unquantified";
  return [
    ...(isResult && one.indicator === null ? [at("no_indicator")] : []),
    ...(isResult && one.quantity === null && !isLeftOpen ? [at("no_quantity")] : []),
    ...(one.ownedBy === null ? [at("no_debtor")] : []),
    ...(isResult && one.deadline === null ? [at("no_deadline")] : []),
    ...(tasks.some(({ commitment }) => commitment === one.number) ? [] : [at("no_task")]),
  ];
}

function ofMoney({ agreement, contributions }: Facts, content: DraftContent): Missing[] {
  const asked = content.texts.some(({ clauses }) => clauses.some(({ key }) => key === "contributions"));
  if (!asked) return [];
  if (contributions.length === 0) return [lack("no_contribution", "money")];
  const shares = contributions.filter(({ role }) => role === "contribution");
  return [
    ...contributions.flatMap((one) => {
      const about = {
        about: `${agreement.reference}/M${one.number}`,
        name: one.payer?.fr ?? one.purpose ?? one.currency,
      };
      return [
        ...(one.role === "contribution" && one.payer === null ? [lack("no_payer", "money", about)] : []),
        ...(one.amount === null && !one.inKind ? [lack("no_amount", "money", about)] : []),
      ];
    }),
    ...contributions.flatMap(({ role, currency, amount }) => {
      if (role !== "total" || amount === null) return [];
      const known = shares.filter((one) => one.currency === currency && one.payer !== null);
      const rest =
        Math.round((Number(amount) - known.reduce((sum, one) => sum + Number(one.amount), 0)) * 1000) / 1000;
      return rest === 0 ? [] : [lack("without_payer", "money", { name: `${rest} ${currency}` })];
    }),
  ];
}

function ofText(
  facts: Facts,
  mandatory: readonly string[],
  book: TemplateBook,
  text: AgreementText,
): Missing[] {
  const keys = new Set(text.clauses.map(({ key }) => key));
  const struck = mandatory.filter((key) => !keys.has(key));
  const titles = book[text.language].clauses;
  const known = new Set(
    [...facts.commitments.map(({ quantity }) => quantity), ...facts.contributions.map(({ amount }) => amount)]
      .filter((value) => value !== null)
      .map(Number),
  );
  return [
    ...struck.map((key) => lack("clause_struck", "text", { about: key, name: titles[key]?.title ?? key })),
    ...notSaid(facts, text),
    ...text.clauses.flatMap((clause) => inClause(clause, known)),
  ];
}

/** Of a text in two languages, a clause that only one of them has: the two would not say the same. */
function inOneLanguage({ texts }: DraftContent): Missing[] {
  return texts.flatMap(({ clauses }, index) => {
    const others = texts.filter((_, at) => at !== index);
    return clauses
      .filter(({ key }) => others.some((text) => !text.clauses.some((clause) => clause.key === key)))
      .filter(({ mandatory }) => !mandatory)
      .map(({ key, title }) => lack("one_language", "text", { about: key, name: title }));
  });
}

/** A promise or a contribution whose figure no clause says: a lawyer took its line away, or it came later. */
function notSaid({ agreement, commitments, contributions }: Facts, text: AgreementText): Missing[] {
  const said = new Set([...sourcedRuns(text)].map(({ from }) => from.key));
  const about = (reference: string, name: string) => lack("not_in_text", "text", { about: reference, name });
  const money = text.clauses.some(({ key }) => key === "contributions");
  return [
    ...commitments
      .filter(({ kind, number }) => kind === "result" && !said.has(`commitment.${number}.quantity`))
      .map(({ number, wording }) => about(`${agreement.reference}/${number}`, wording)),
    ...contributions
      .filter(({ number }) => money && !said.has(`contribution.${number}.amount`))
      .map(({ number, currency }) => about(`${agreement.reference}/M${number}`, currency)),
  ];
}

/** In words that somebody wrote: names of what is no longer there, and figures that should follow the register. */
function inClause(clause: Clause, known: ReadonlySet<number>): Missing[] {
  if (clause.origin === "template") return [];
  const at = (code: Missing["code"], name: string) => lack(code, "text", { about: clause.key, name });
  const typed = clause.blocks.flatMap(({ runs }) => runs.filter(({ from }) => from === undefined));
  return typed.flatMap(({ text: words }) => [
    ...[...words.matchAll(/\{[^{}]*\}/g)].map(([name]) => at("unknown_name", name)),
    ...numbersIn(words)
      .filter(({ value }) => known.has(value) || value >= 1000)
      .map(({ said, value }) => at(known.has(value) ? "typed_figure" : "large_figure", said)),
  ]);
}

/** Numbers that may be figures of the agreement: neither a year, nor a day, nor the number of a law. */
function numbersIn(words: string): { said: string; value: number }[] {
  return [...words.matchAll(/(?<![\d-])(?:\d{1,3}(?:[\u00a0\u202f .]\d{3})+|\d+)(?:,\d+)?(?![\d-])/g)]
    .map(([said]) => ({ said, value: Number(readNumber(said)) }))
    .filter(({ value }) => value >= 10 && !(value >= 1900 && value < 2100));
}
