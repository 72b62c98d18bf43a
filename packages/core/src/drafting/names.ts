// What a clause may ask the register for, each by its name in words, with what it says now. Pure.
import { z } from "zod";
import type { Facts, Names } from "./facts.ts";
import { type Choices, source } from "./model.ts";
import { type Data, dataOf } from "./name-data.ts";
import { type ListName, lists, type ThingKind, unknownNames } from "./patterns.ts";

const said = z.object({ fr: z.string(), ar: z.string().nullable() });

export const askable = source.omit({ value: true }).extend({
  /** agreement, party, commitment … */
  thing: z.string(),
  field: z.string(),
  /** What it belongs to: a party's name, a promise's indicator; null for the agreement itself. */
  about: said.nullable(),
  /** Where it is read in the register: REF/1, REF/M1, USINE. */
  reference: z.string().nullable(),
  /** As the text would say it; empty where the register says nothing. */
  words: z.object({ fr: z.string(), ar: z.string() }),
});
export type Askable = z.infer<typeof askable>;

export const askableList = z.object({ key: z.string(), lines: z.int() });

/** Everything that a wording may name, in the order of the register. */
export function namesIn(facts: Facts, choices: Choices): Askable[] {
  const belongs = belongings(facts);
  return [...dataOf(facts, choices).values()].map(({ value: _, ...one }) => {
    const [thing = "", ...rest] = one.key.split(".");
    const { about = null, reference = null } = belongs.get([thing, ...rest.slice(0, -1)].join(".")) ?? {};
    return { ...one, thing, field: rest.at(-1) ?? "", about, reference };
  });
}

interface Belonging {
  readonly about: Names | null;
  readonly reference: string | null;
}

function belongings(facts: Facts): ReadonlyMap<string, Belonging> {
  const { agreement, parties, commitments, contributions, committees, reports, tasks } = facts;
  const one = (thing: ThingKind, number: string | number, about: Names | null, reference: string | null) =>
    [`${thing}.${number}`, { about, reference }] as const;
  const at = agreement.reference;
  return new Map<string, Belonging>([
    ["agreement", { about: null, reference: at }],
    ...parties.map(({ reference, name }) => one("party", reference, name, reference)),
    ...commitments.map(({ number, indicator, wording }) =>
      one("commitment", number, indicator?.name ?? { fr: wording, ar: null }, `${at}/${number}`),
    ),
    ...commitments.flatMap(({ indicator }) =>
      indicator ? [one("indicator", indicator.code, indicator.name, indicator.code)] : [],
    ),
    ...contributions.map(({ number, payer, purpose }) =>
      one("contribution", number, payer ?? (purpose ? { fr: purpose, ar: null } : null), `${at}/M${number}`),
    ),
    ...committees.map(({ name }, index) => one("committee", index + 1, { fr: name, ar: null }, null)),
    ...reports.map(({ organisation }, index) => one("report", index + 1, organisation, null)),
    ...tasks.map(({ commitment, number, task }) =>
      one("task", `${commitment}-${number}`, { fr: task, ar: null }, `${at}/${commitment}`),
    ),
  ]);
}

/** The lists of the register, each with how many lines it gives now. */
export function listsIn(facts: Facts): z.infer<typeof askableList>[] {
  const { parties, commitments, contributions, committees, reports, tasks } = facts;
  const indicators = new Set(commitments.flatMap(({ indicator }) => indicator?.code ?? []));
  const lines: Readonly<Record<ListName, number>> = {
    ...{ parties: parties.length, commitments: commitments.length, contributions: contributions.length },
    ...{ responsibilities: tasks.length, committees: committees.length, reports: reports.length },
    ...{ definitions: indicators.size, signatures: parties.length },
  };
  return (Object.keys(lists) as ListName[]).map((key) => ({ key, lines: lines[key] }));
}

/** The first name in a line that the register cannot answer, and what it could have been. */
export function strangeName(paragraphs: readonly string[], data: Data) {
  const isAnswered = (key: string) => data.has(key) || key in lists;
  for (const line of paragraphs) {
    const asked = [...line.matchAll(/\{([^{}]*)\}/g)].map(([, key = ""]) => key);
    // a list gives lines of its own: within a sentence it would say nothing
    const isWithin = (key: string) => key in lists && line.trim() !== `{${key}}`;
    const strange = unknownNames(line)[0] ?? asked.find((key) => !isAnswered(key) || isWithin(key));
    if (strange !== undefined) return { name: strange, known: accepted(strange, data) };
  }
  return null;
}

/** At most six names that could be meant: the same field of other things first, then of the same kind of thing. */
function accepted(name: string, data: Data): string[] {
  const [thing = "", ...rest] = name.split(".");
  const keys = [...data.values()].filter(({ figure }) => figure).map(({ key }) => key);
  const same = keys.filter((key) => key.startsWith(`${thing}.`));
  const field = same.filter((key) => key.endsWith(`.${rest.at(-1)}`));
  const found = [field, same, keys].find((some) => some.length > 0) ?? [];
  return found.slice(0, 6).map((key) => `{${key}}`);
}
