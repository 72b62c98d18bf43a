import { givesAmount, givesCount, givesDate, givesMonths, givesNumber, givesPeriod } from "./gives.ts";
import { LISTS } from "./lists.ts";
import type { Amount, Draft, OtherFigure, Passage, Proposed, Target, Value } from "./model.ts";

/** What is wrong with a draft: where, and which rule of the format it breaks. */
export type Finding = {
  readonly where: string;
  readonly rule: "slice" | "list" | "ref" | "invention" | "why";
};

type Give<T> = (passage: string, value: T) => boolean;

const isValue = (thing: unknown): thing is Value<unknown> =>
  typeof thing === "object" && thing !== null && "passage" in thing && "as" in thing && "value" in thing;

/** Walks every proposed value of the draft. */
function* values(thing: unknown, where: string): Generator<[string, Value<unknown>]> {
  if (isValue(thing)) yield [where, thing];
  else if (typeof thing === "object" && thing !== null)
    for (const [key, inner] of Object.entries(thing)) yield* values(inner, `${where}.${key}`);
}

const sliced = (text: string, passage: Passage) =>
  passage.start >= 0 &&
  passage.end > passage.start &&
  text.slice(passage.start, passage.end) === passage.text;

function slices(draft: Draft): Finding[] {
  const { text } = draft.source;
  const wrong: Finding[] = [];
  for (const [where, value] of values(draft, "draft")) {
    if (!sliced(text, value.passage)) wrong.push({ where, rule: "slice" });
    if (value.as === "inferred" && !value.why) wrong.push({ where, rule: "why" });
    if (value.as === "literal" && typeof value.value === "string" && value.value !== value.passage.text)
      wrong.push({ where, rule: "invention" });
  }
  draft.doubts.forEach((doubt, at) => {
    if (!doubt.passages.every((p) => sliced(text, p)))
      wrong.push({ where: `draft.doubts.${at}`, rule: "slice" });
  });
  return wrong;
}

function given<T>(where: string, proposed: Proposed<T | null>, give: Give<T>): Finding[] {
  if (!proposed || proposed.value === null || proposed.as === "inferred") return [];
  return give(proposed.passage.text, proposed.value) ? [] : [{ where, rule: "invention" }];
}

function listed(where: string, proposed: Proposed<string> | undefined, list: ReadonlySet<string>): Finding[] {
  return !proposed || list.has(proposed.value) ? [] : [{ where, rule: "list" }];
}

function targetFindings(where: string, target: Target): Finding[] {
  return [
    ...given(`${where}.value`, target.value, givesNumber),
    ...listed(`${where}.indicator`, target.indicator, LISTS.indicator),
    ...listed(`${where}.unit`, target.unit, LISTS.unit),
    ...listed(`${where}.qualifier`, target.qualifier, LISTS.qualifier),
    ...target.populations.flatMap((p) => listed(`${where}.populations`, p, LISTS.population)),
    ...given(`${where}.deadline`, target.deadline, givesDate),
    ...given(`${where}.period`, target.period, (text, p) => givesPeriod(text, p.from, p.to)),
  ];
}

function amountFindings(where: string, amount: Amount): Finding[] {
  return [
    ...given(`${where}.value`, amount.value, givesAmount),
    ...listed(`${where}.role`, amount.role, LISTS.amountRole),
    ...listed(`${where}.qualifier`, amount.qualifier, LISTS.qualifier),
  ];
}

function otherFindings(where: string, figure: OtherFigure): Finding[] {
  const give: Give<number | string> = (text, value) =>
    typeof value === "number" ? givesNumber(text, value) : givesAmount(text, value);
  return [
    ...given(`${where}.value`, figure.value, give),
    ...listed(`${where}.kind`, figure.kind, LISTS.otherKind),
    ...listed(`${where}.unit`, figure.unit, LISTS.unit),
    ...listed(`${where}.per`, figure.per, LISTS.per),
  ];
}

function instrumentFindings(where: string, instrument: Draft["instruments"][number]): Finding[] {
  return [
    ...listed(`${where}.type`, instrument.type, LISTS.type),
    ...listed(`${where}.status`, instrument.status, LISTS.status),
    ...given(`${where}.count`, instrument.count, givesCount),
    ...given(`${where}.signedOn`, instrument.signedOn, givesDate),
    ...given(`${where}.duration`, instrument.duration, (text, d) => givesMonths(text, d.months)),
    ...instrument.clauses.flatMap((c) => listed(`${where}.clauses`, c.kind, LISTS.clauseKind)),
    ...instrument.parties.flatMap((p, at) => [
      ...listed(`${where}.parties.${at}.kind`, p.kind, LISTS.partyKind),
      ...listed(`${where}.parties.${at}.role`, p.role, LISTS.partyRole),
    ]),
    ...instrument.targets.flatMap((t, at) => targetFindings(`${where}.targets.${at}`, t)),
    ...instrument.amounts.flatMap((a, at) => amountFindings(`${where}.amounts.${at}`, a)),
  ];
}

function references(draft: Draft): Finding[] {
  const refs = [...draft.frameworks, ...draft.instruments, ...draft.otherFigures].map((item) => item.ref);
  const known = new Set(refs);
  const used: [string, string | null][] = [
    ...draft.instruments.flatMap((i): [string, string | null][] => [
      [`${i.ref}.parent`, i.parent],
      [`${i.ref}.leadsTo`, i.leadsTo],
      ...i.refersTo.map((ref): [string, string] => [`${i.ref}.refersTo`, ref]),
    ]),
    ...draft.otherFigures.map((f): [string, string | null] => [`${f.ref}.of`, f.of]),
    ...[...draft.shared.targets, ...draft.shared.amounts].flatMap((s) =>
      s.covers.map((ref): [string, string] => ["shared.covers", ref]),
    ),
  ];
  const wrong: Finding[] = used
    .filter(([, ref]) => ref !== null && !known.has(ref))
    .map(([where]) => ({ where, rule: "ref" }));
  if (known.size !== refs.length) wrong.push({ where: "draft", rule: "ref" });
  return wrong;
}

/**
 * Checks a draft against the format: every passage is the slice it claims, every reference resolves, every value is
 * in its list, and every literal or normalised figure is given by its passage alone. An empty answer is a clean draft.
 */
export function checkDraft(draft: Draft): Finding[] {
  return [
    ...slices(draft),
    ...references(draft),
    ...listed("event.kind", draft.event.kind, LISTS.eventKind),
    ...given("event.date", draft.event.date, givesDate),
    ...given("source.publishedOn", draft.source.publishedOn, givesDate),
    ...draft.event.parts.flatMap((p) => listed("event.parts", p.kind, LISTS.partKind)),
    ...draft.frameworks.flatMap((f) => listed(`${f.ref}.kind`, f.kind, LISTS.frameworkKind)),
    ...draft.instruments.flatMap((i) => instrumentFindings(i.ref, i)),
    ...draft.shared.targets.flatMap((t, at) => targetFindings(`shared.targets.${at}`, t)),
    ...draft.shared.amounts.flatMap((a, at) => amountFindings(`shared.amounts.${at}`, a)),
    ...draft.otherFigures.flatMap((f) => otherFindings(f.ref, f)),
    ...draft.orientations.flatMap((o) => listed("orientations", o.kind, LISTS.orientationKind)),
    ...draft.attendees.flatMap((a) => listed("attendees", a.role, LISTS.attendeeRole)),
  ];
}
