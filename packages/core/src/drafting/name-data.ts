// Gives every fact the name by which a wording asks for it, and its words in French and Arabic. Pure.
import { type CommitmentFact, type ContributionFact, type Facts, type Names, signatoryOf } from "./facts.ts";
import { type Choices, type Source, type TextLanguage, textLanguages } from "./model.ts";
import { fields, type ThingKind } from "./patterns.ts";
import { sayDay, sayNumber } from "./say.ts";
import { labelsOf } from "./templates.ts";

export interface Datum extends Source {
  /** Empty where the register says nothing of it. */
  readonly words: Readonly<Record<TextLanguage, string>>;
}
export type Data = ReadonlyMap<string, Datum>;

type Said = Readonly<Record<TextLanguage, string>>;
const both = (text: string | null): Said => ({ fr: text ?? "", ar: text ?? "" });
/** Without an Arabic name the French one stands there, and the list of what is missing says so. */
const inBoth = (name: Names | null): Said => ({ fr: name?.fr ?? "", ar: name?.ar ?? name?.fr ?? "" });
const word = (key: string): Said => ({
  fr: labelsOf("fr")[key] ?? "",
  ar: labelsOf("ar")[key] ?? "",
});
const joined = (names: readonly Names[]): Said => ({
  fr: names.map((name) => inBoth(name).fr).join(labelsOf("fr").comma),
  ar: names.map((name) => inBoth(name).ar).join(labelsOf("ar").comma),
});
const number = (value: number | string | null, none = ""): Said =>
  value === null ? word(none) : both(sayNumber(String(value)));
const day = (value: string | null, none = ""): Said =>
  value === null ? word(none) : { fr: sayDay(value, "fr"), ar: sayDay(value, "ar") };

interface Told {
  readonly value?: string | number | null;
  readonly words: Said;
  readonly basis?: Source["basis"];
}
type Thing = Readonly<Record<string, Told>>;

const text = (words: Said): Told => ({ words, value: words.fr });

export function dataOf(facts: Facts, choices: Choices): Data {
  const found = new Map<string, Datum>();
  const add = (thing: ThingKind, reference: string | null, told: Thing) => {
    for (const [field, { value, words, basis }] of Object.entries(told)) {
      const key = [thing, reference, field].filter((part) => part !== null).join(".");
      const takes: Readonly<Record<string, string>> = fields[thing];
      const figure = takes[field] !== "text";
      found.set(key, {
        key,
        words,
        figure,
        basis: basis ?? null,
        value: value === undefined || value === null ? null : String(value),
      });
    }
  };
  add("agreement", null, agreementData(facts));
  for (const party of facts.parties) {
    const given = choices.powers.find((one) => one.party === party.reference);
    const signs = signatoryOf(party, given?.holder);
    add("party", party.reference, {
      name: text(inBoth(party.name)),
      ...{ representative: text(both(signs?.name ?? null)), function: text(both(signs?.function ?? null)) },
      power: text(both(given?.power ?? null)),
    });
  }
  for (const one of facts.commitments) {
    add("commitment", String(one.number), commitmentData(one));
    if (one.indicator) add("indicator", one.indicator.code, indicatorData(one.indicator));
  }
  for (const one of facts.contributions) add("contribution", String(one.number), contributionData(one));
  facts.committees.forEach((one, index) => {
    add("committee", String(index + 1), {
      ...{ name: text(both(one.name)), presided_by: text(word(`presided.${one.presidedBy}`)) },
      ...{
        every_months: { value: one.everyMonths, words: number(one.everyMonths) },
        members: text(joined(one.members)),
      },
    });
  });
  facts.reports.forEach(({ organisation, kind, everyMonths, daysAfter }, index) => {
    add("report", String(index + 1), {
      ...{ organisation: text(inBoth(organisation)), kind: text(word(`report.${kind}`)) },
      every_months: { value: everyMonths, words: number(everyMonths) },
      days_after: { value: daysAfter, words: number(daysAfter) },
    });
  });
  for (const { commitment, number: n, organisation, task } of facts.tasks) {
    add("task", `${commitment}-${n}`, { organisation: text(inBoth(organisation)), task: text(both(task)) });
  }
  return found;
}

function agreementData({ agreement, territory }: Facts): Thing {
  const { title, title_ar: ar, reference, purpose, period_from: from, period_to: to } = agreement;
  return {
    title: text(inBoth({ fr: title, ar })),
    ...{ reference: text(both(reference)), purpose: text(both(purpose)), territory: text(inBoth(territory)) },
    from: { value: from, words: day(from, "no_day") },
    to: { value: to, words: day(to, "no_day") },
  };
}

function commitmentData(one: CommitmentFact): Thing {
  const { indicator, wording, qualifier, quantity, basis, populations, territory, milieu, deadline } = one;
  return {
    indicator: text(indicator ? inBoth(indicator.name) : both(wording)),
    ...{ wording: text(both(wording)), qualifier: text(word(`qualifier.${qualifier}`)) },
    quantity: { value: quantity, words: number(quantity, "unquantified"), basis },
    ...{ populations: text(joined(populations)), territory: text(inBoth(territory)) },
    milieu: text(milieu ? word(`milieu.${milieu}`) : both(null)),
    deadline: { value: deadline, words: day(deadline) },
    owed_by: text(inBoth(one.ownedBy)),
  };
}

function indicatorData({ name, version, definition }: NonNullable<CommitmentFact["indicator"]>): Thing {
  return {
    indicator: text(inBoth(name)),
    version: { value: version, words: number(version) },
    definition: text(inBoth(definition)),
  };
}

function contributionData(one: ContributionFact): Thing {
  const { payer, qualifier, amount, basis, currency, inKind, purpose } = one;
  const money = word(`currency.${currency}`);
  return {
    payer: text(payer ? inBoth(payer) : word("unknown_payer")),
    qualifier: text(word(`qualifier.${qualifier}`)),
    amount: { value: amount, words: number(amount, "no_amount"), basis },
    currency: text(money.fr === "" ? both(currency) : money),
    kind: text(inKind ? word("in_kind") : both(null)),
    purpose: text(both(purpose)),
  };
}

/** Whether the register has the same in both languages that a text is written in: names without an Arabic one. */
export function withoutArabic(facts: Facts): string[] {
  const { agreement, parties, territory, commitments } = facts;
  const names: (Names | null)[] = [
    { fr: agreement.title, ar: agreement.title_ar },
    territory,
    ...parties.map(({ name }) => name),
    ...commitments.flatMap(({ ownedBy, territory: place }) => [ownedBy, place]),
  ];
  const lacking = names.flatMap((name) => (name !== null && name.ar === null ? [name.fr] : []));
  return [...new Set(lacking)];
}

export const languagesOf = ({ languages }: Pick<Choices, "languages">): readonly TextLanguage[] =>
  textLanguages.filter((language) => languages.includes(language));
