// The review that follows from the choices and from what was added: references in the place of refs, figures numbered in
// their order, one organisation for all the words that mean it. Pure.
import type { ChoiceValue } from "./choices-format.ts";
import { type Chosen, valuesOf } from "./chosen.ts";
import type { Draft } from "./draft-format.ts";
import type { Known } from "./known.ts";
import { inOrder, type Names, namesOf, partNumber } from "./name-things.ts";
import type { Review, ReviewedAgreement } from "./review-format.ts";
import { figurePaths } from "./suggest-groups.ts";

/** Items added to the lists of the review, by list. */
export type Additions = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export interface ReviewMaking {
  readonly draft: Draft;
  readonly known: Known;
  readonly chosen: readonly Chosen[];
  readonly additions: Additions;
  /** The lasting path of what stands at a path of the draft now. */
  readonly lasting: ReadonlyMap<string, string>;
}

/** Not yet checked against the format. */
export function makeReview(making: ReviewMaking): unknown {
  const { draft, known, chosen } = making;
  const organisations = organisationsOf(making);
  const agreements = inOrder(agreementsOf(making));
  const people = peopleOf(making);
  const promises = promisesOf(making, agreements);
  const now = new Map([...making.lasting].map(([present, lasting]) => [lasting, present]));
  const names = namesOf({
    ...{ agreements, organisations, now },
    people: new Map(people.map(({ key, about }) => [about, key])),
    promises: new Map(
      [...promises.targets, ...promises.amounts].map(({ lasting, reference }) => [lasting, reference]),
    ),
  });
  const document = valuesOf(chosen, "document").get("file");
  return {
    format: "iltizam-review/1",
    ...{ draft: draft.source.file, space: known.space, document, organisations },
    people: people.map(({ about: _, ...person }) => ({
      ...person,
      organisation: names.organisation(person.organisation),
    })),
    event: eventOf(making, names),
    agreements: agreements.map((one) => ({
      ...one,
      parties: one.parties.map((party) => ({
        ...party,
        organisation: names.organisation(party.organisation),
      })),
    })),
    commitments: promises.targets.map(({ lasting: _, path, ...rest }) => ({ target: path, ...rest })),
    contributions: promises.amounts.map(({ lasting: _, path, reference }) => ({ amount: path, reference })),
    figures: figuresOf(making, names),
    orientations: orientationsOf(making, names),
    doubts: doubtsOf(making, names),
    ...addedOf(making, names, now),
  };
}

function organisationsOf({ chosen, additions }: ReviewMaking): Review["organisations"] {
  const merged = new Map<string, Review["organisations"][number]>();
  const put = (given: Review["organisations"][number]) => {
    const before = merged.get(given.reference);
    const otherNames = [...(before?.otherNames ?? []), ...given.otherNames];
    const once = new Map(otherNames.map((one) => [`${one.language} ${one.name}`, one]));
    const first = before ?? given;
    merged.set(given.reference, {
      ...first,
      words: [...new Set([...(before?.words ?? []), ...given.words])],
      otherNames: [...once.values()].filter(({ name }) => name !== first.name),
    });
  };
  for (const [words, { known: _, ...organisation }] of valuesOf(chosen, "organisation")) {
    put({ ...organisation, words: [words] });
  }
  for (const added of additions.organisations ?? []) put(added as unknown as Review["organisations"][number]);
  return [...merged.values()];
}

function agreementsOf({ chosen, additions }: ReviewMaking): ReviewedAgreement[] {
  const own = [...valuesOf(chosen, "agreement")].map(([ref, { known: _, ...agreement }]) => ({
    ref,
    ...agreement,
  }));
  return [...own, ...((additions.agreements ?? []) as unknown as ReviewedAgreement[])];
}

type Person = Review["people"][number] & { readonly about: string };

function peopleOf({ draft, chosen, additions, lasting }: ReviewMaking): Person[] {
  const choices = valuesOf(chosen, "person");
  const own = draft.attendees.flatMap(({ name, title }, index): Person[] => {
    const about = lasting.get(`attendees.${index}`) ?? "";
    const person = choices.get(about);
    return person ? [{ ...person, about, words: [name?.value ?? title?.value ?? null] }] : [];
  });
  const added = (additions.people ?? []).map(
    (one) => ({ ...one, about: String(one.key) }) as unknown as Person,
  );
  return [...own, ...added];
}

interface Promised {
  readonly path: string;
  readonly lasting: string;
  readonly reference: string;
}

/** Each figure with its reference: the one that is announced again, or the next of its agreement. */
function promisesOf(
  { draft, known, chosen, lasting }: ReviewMaking,
  agreements: readonly ReviewedAgreement[],
) {
  const byRef = new Map(agreements.map(({ ref, reference }) => [ref, reference]));
  const next = (count: "commitments" | "contributions", mark: string) => {
    const numbers = new Map<string, number>();
    return (agreement: string) => {
      const reference = byRef.get(agreement) ?? agreement;
      const before =
        numbers.get(reference) ?? known.agreements.find((one) => one.reference === reference)?.[count] ?? 0;
      numbers.set(reference, before + 1);
      return `${reference}/${mark}${before + 1}`;
    };
  };
  const numbered = <Kind extends "commitment" | "contribution">(kind: Kind, paths: readonly string[]) => {
    const choices = valuesOf(chosen, kind);
    const number = kind === "commitment" ? next("commitments", "") : next("contributions", "M");
    return paths.flatMap((path): (Promised & { readonly choice: ChoiceValue<Kind> })[] => {
      const about = lasting.get(path) ?? path;
      const choice = choices.get(about);
      if (!choice) return [];
      return [{ path, lasting: about, choice, reference: choice.same ?? number(choice.agreement) }];
    });
  };
  const targets = numbered("commitment", figurePaths(draft, "targets"));
  return {
    targets: targets.map(({ choice, ...one }) => ({
      ...one,
      wording: choice.wording,
      milieu: choice.milieu,
    })),
    amounts: numbered("contribution", figurePaths(draft, "amounts")).map(({ choice: _, ...one }) => one),
  };
}

function eventOf({ chosen, draft }: ReviewMaking, names: Names): unknown {
  const event = valuesOf(chosen, "event").get("event");
  if (!event || draft.event === null) return null;
  const { known: _, ...given } = event;
  const named = (list: readonly string[]) => [...new Set(list.map(names.agreement))];
  return {
    ...given,
    ...{ announced: named(event.announced), signed: named(event.signed), discussed: named(event.discussed) },
    ...{ decided: named(event.decided), frameworks: named(event.frameworks) },
  };
}

function figuresOf({ draft, chosen }: ReviewMaking, names: Names): unknown[] {
  const choices = valuesOf(chosen, "figure");
  return draft.otherFigures.flatMap(({ ref }) => {
    const figure = choices.get(ref);
    if (!figure) return [];
    const { agreement, organisation, saidBy } = figure;
    return [
      {
        ...{ ...figure, figure: ref, saidBy: names.person(saidBy) },
        agreement: agreement && names.agreement(agreement),
        organisation: organisation && names.organisation(organisation),
      },
    ];
  });
}

function orientationsOf({ draft, chosen, lasting }: ReviewMaking, names: Names): unknown[] {
  const choices = valuesOf(chosen, "orientation");
  return draft.orientations.map((_, index) => {
    const { agreement, author } = choices.get(lasting.get(`orientations.${index}`) ?? "") ?? {
      ...{ agreement: null, author: null },
    };
    return { agreement: agreement && names.agreement(agreement), author: names.person(author) };
  });
}

function doubtsOf({ draft, chosen, lasting }: ReviewMaking, names: Names): unknown[] {
  const choices = valuesOf(chosen, "doubt");
  return draft.doubts.flatMap((_, index) => {
    const doubt = choices.get(lasting.get(`doubts.${index}`) ?? "");
    return doubt ? [{ object: names.thing(doubt.object), field: doubt.field }] : [];
  });
}

/** What was added, and the sayings that were suggested, with the register's names in them. */
function addedOf(
  { chosen, additions }: ReviewMaking,
  names: Names,
  now: ReadonlyMap<string, string>,
): Record<string, unknown[]> {
  const named = (item: Readonly<Record<string, unknown>>): Record<string, unknown> => {
    const text = (field: string) => item[field] as string;
    const has = (field: string) => typeof item[field] === "string";
    const one = (field: string, name: (given: string) => string | null) =>
      has(field) ? { [field]: name(text(field)) } : {};
    return {
      ...item,
      ...{
        ...one("agreement", names.agreement),
        ...one("leadsTo", names.agreement),
        ...one("about", names.thing),
      },
      ...{
        ...one("organisation", names.organisation),
        ...one("owner", names.organisation),
        ...one("founder", names.organisation),
      },
      ...{ ...one("saidBy", names.person), ...one("person", names.person) },
      ...("part" in item ? { part: partNumber(item.part, now) } : {}),
    };
  };
  const ends = (name: (given: string) => string) => (item: Readonly<Record<string, unknown>>) => ({
    ...item,
    ...{ from: name(String(item.from)), to: name(String(item.to)) },
  });
  const list = (name: string, of: (item: Readonly<Record<string, unknown>>) => unknown = named) =>
    (additions[name] ?? []).map(of);
  const said = [...valuesOf(chosen, "say").values()].map((say) => named(say));
  return {
    says: [...said, ...list("says")],
    ...{ fields: list("fields"), links: list("links", ends(names.agreement)), topics: list("topics") },
    ...{ attendance: list("attendance"), decisions: list("decisions"), stated: list("stated") },
    ...{ relations: list("relations", ends(names.organisation)), servicePoints: list("servicePoints") },
  };
}
