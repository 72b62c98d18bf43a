import { checkDraft } from "../draft/check.ts";
import type { Draft, PartialDate } from "../draft/model.ts";
import { indicatorGroup } from "../draft/place-promises.ts";
import { fold } from "../text/fold.ts";
import type { Case, Expected, ExpectedParty } from "./expected.ts";

export const FIELDS = [
  "instruments",
  "parties",
  "targets",
  "levels",
  "amounts",
  "otherFigures",
  "eventDate",
  "eventPlace",
  "eventKind",
  "signedOn",
] as const;
export type Field = (typeof FIELDS)[number];
export type Tally = { hit: number; missed: string[]; extra: string[] };
export type Scored = {
  readonly name: string;
  readonly inventions: string[];
  readonly fields: Record<Field, Tally>;
};

const TYPE_GROUPS: readonly (readonly string[])[] = [
  ["convention", "partnership_agreement", "framework_agreement", "tripartite_convention", "protocol"],
  ["letter_of_intent", "mou"],
];
const typeGroup = (type: string) => TYPE_GROUPS.find((group) => group.includes(type))?.[0] ?? type;

/** Compares two bags: what both have, what is missing, what is too much. */
function tally(expected: readonly string[], found: readonly string[]): Tally {
  const left = [...found];
  const missed: string[] = [];
  let hit = 0;
  for (const item of expected) {
    const at = left.indexOf(item);
    if (at < 0) missed.push(item);
    else {
      left.splice(at, 1);
      hit++;
    }
  }
  return { hit, missed, extra: left };
}

const repeat = (item: string, times: number | null | undefined) =>
  Array<string>(Math.max(1, times ?? 1)).fill(item);

function instruments(expected: Expected, draft: Draft): Tally {
  const key = (type: string, status: string) => `${typeGroup(type)} ${status}`;
  return tally(
    expected.instruments.flatMap((i) => repeat(key(i.type, i.status), i.count)),
    draft.instruments.flatMap((i) => repeat(key(i.type?.value ?? "", i.status?.value ?? ""), i.count?.value)),
  );
}

const ARTICLES = /^(l|le|la|les|the|un|une)\s+/;
/** A name as it is compared: folded, without punctuation, leading article and bracketed acronym. */
export function normalisedName(name: string): string {
  const words = fold(name.replace(/\([^)]*\)/g, " ").replace(/[^\p{L}\p{M}\p{N}]+/gu, " "))
    .replace(/\s+/g, " ")
    .trim();
  return words.replace(ARTICLES, "");
}

function parties(expected: Expected, draft: Draft): Tally {
  const wanted = new Map<string, ExpectedParty>();
  for (const party of expected.instruments.flatMap((i) => i.parties ?? [])) {
    const names = [party.name, ...(party.aliases ?? [])].map(normalisedName);
    const known = [...wanted.values()].find((p) =>
      [p.name, ...(p.aliases ?? [])].some((n) => names.includes(normalisedName(n))),
    );
    if (!known) wanted.set(party.name, party);
  }
  const label = (name: string) => {
    const own = normalisedName(name);
    const match = [...wanted.values()].find((p) =>
      [p.name, ...(p.aliases ?? [])].some((alias) => normalisedName(alias) === own),
    );
    return match ? match.name : name;
  };
  const found = draft.instruments.flatMap((i) => i.parties.map((p) => label(p.name?.value ?? "")));
  return tally([...wanted.keys()], [...new Set(found)]);
}

const target = (t: { value: number | null; indicator: string }) =>
  `${t.value} ${indicatorGroup(t.indicator)}`;
const drafted = (t: Draft["instruments"][number]["targets"][number]) =>
  target({ value: t.value?.value ?? null, indicator: t.indicator?.value ?? "" });

function targets(expected: Expected, draft: Draft): Tally {
  return tally(
    [...expected.instruments.flatMap((i) => i.targets ?? []), ...(expected.shared?.targets ?? [])].map(
      target,
    ),
    [...draft.instruments.flatMap((i) => i.targets), ...draft.shared.targets].map(drafted),
  );
}

function levels(expected: Expected, draft: Draft): Tally {
  const wanted = [
    ...expected.instruments.flatMap((i) => (i.targets ?? []).map((t) => `${target(t)} instrument`)),
    ...(expected.shared?.targets ?? []).map((t) => `${target(t)} shared`),
  ];
  const found = [
    ...draft.instruments.flatMap((i) => i.targets.map((t) => `${drafted(t)} instrument`)),
    ...draft.shared.targets.map((t) => `${drafted(t)} shared`),
  ];
  return tally(wanted, found);
}

function amounts(expected: Expected, draft: Draft): Tally {
  return tally(
    [...expected.instruments.flatMap((i) => i.amounts ?? []), ...(expected.shared?.amounts ?? [])].map(
      (a) => `${a.value} ${a.currency}`,
    ),
    [...draft.instruments.flatMap((i) => i.amounts), ...draft.shared.amounts].map(
      (a) => `${a.value?.value} ${a.currency?.value}`,
    ),
  );
}

/** A figure that is not a promise: its value must be among the other figures and never among the targets. */
function otherFigures(expected: Expected, draft: Draft): Tally {
  const wanted = (expected.otherFigures ?? []).map((f) => String(f.value));
  return tally(
    wanted,
    draft.otherFigures.map((f) => String(Number(f.value?.value))),
  );
}

const dateKey = (date: Partial<PartialDate> | undefined | null) =>
  date ? `${date.year ?? "-"}/${date.month ?? "-"}/${date.day ?? "-"}/${date.weekday ?? "-"}` : null;

function single(expected: string | null | undefined, found: string | null | undefined): Tally {
  if (!expected) return { hit: 0, missed: [], extra: [] };
  return tally([expected], found ? [found] : []);
}

function signedOn(expected: Expected, draft: Draft): Tally {
  const wanted = expected.instruments.map((i) => dateKey(i.signedOn)).filter((d) => d !== null);
  const found = draft.instruments.map((i) => dateKey(i.signedOn?.value)).filter((d) => d !== null);
  return wanted.length === 0 ? { hit: 0, missed: [], extra: [] } : tally(wanted, found);
}

/** Scores one draft against what a careful reader expects, by the rules of the format. */
export function compare(one: Case, draft: Draft): Scored {
  const { expected } = one;
  return {
    name: one.name,
    inventions: checkDraft(draft).map((f) => `${f.rule} at ${f.where}`),
    fields: {
      instruments: instruments(expected, draft),
      parties: parties(expected, draft),
      targets: targets(expected, draft),
      levels: levels(expected, draft),
      amounts: amounts(expected, draft),
      otherFigures: otherFigures(expected, draft),
      eventDate: single(dateKey(expected.event?.date), dateKey(draft.event.date?.value)),
      eventPlace: single(
        expected.event?.place && fold(expected.event.place),
        draft.event.place && fold(draft.event.place.value),
      ),
      eventKind: single(expected.event?.kind, draft.event.kind?.value),
      signedOn: signedOn(expected, draft),
    },
  };
}
