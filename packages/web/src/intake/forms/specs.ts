// What a thing is made of, so that one form fills in any of them: the values of a draft, the choices of its review, and
// what a reader adds. `value` fields carry the words of the text that give them.
import type { ChoiceList } from "../model/choices.ts";
import { type FieldKind, fieldKindOf } from "../model/field-kinds.ts";
import type { ChoiceKind } from "../model/intake.ts";

export type Spec =
  | { readonly kind: "value"; readonly of: FieldKind; readonly optional?: boolean }
  | { readonly kind: "record"; readonly fields: Readonly<Record<string, Spec>>; readonly optional?: boolean }
  | { readonly kind: "list"; readonly of: Spec; readonly optional?: boolean }
  | { readonly kind: "choice"; readonly list: ChoiceList; readonly optional?: boolean }
  | { readonly kind: PlainKind; readonly optional?: boolean };

/** text · long: several lines · yes · whole: a whole number · the rest name something of the register or of the draft */
export type PlainKind =
  | "text"
  | "long"
  | "yes"
  | "whole"
  | "territory"
  | "agreement"
  | "organisation"
  | "person"
  | "commitment"
  | "population"
  | "about"
  | "passage";

const value = (of: FieldKind): Spec => ({ kind: "value", of });
const list = (of: Spec): Spec => ({ kind: "list", of });
const record = (fields: Readonly<Record<string, Spec>>): Spec => ({ kind: "record", fields });
const choice = (of: ChoiceList): Spec => ({ kind: "choice", list: of });
const maybe = (spec: Spec): Spec => ({ ...spec, optional: true });
const plain = (kind: PlainKind): Spec => ({ kind });
const [text, agreement, organisation, person] = (
  ["text", "agreement", "organisation", "person"] as const
).map(plain) as [Spec, Spec, Spec, Spec];
const place = maybe(plain("territory"));
const said = (of: FieldKind) => maybe(value(of));

const target = {
  ...{ value: value("number"), indicator: said("indicator"), unit: said("unit") },
  ...{ qualifier: said("qualifier"), populations: list(value("population")) },
  ...{ territory: said("territory"), period: said("period"), deadline: said("date") },
};
const amount = {
  ...{ value: value("money"), currency: value("currency"), role: said("amountRole") },
  ...{ qualifier: said("qualifier"), contributor: said("organisation") },
  ...{ inKind: said("yes"), purpose: said("words") },
};
const party = { name: value("organisation"), kind: said("organisationKind"), role: said("partyRole") };
const organisationFields = {
  reference: text,
  ...{ kind: choice("organisationKind"), name: text },
  otherNames: list(record({ name: text, language: choice("language"), kind: choice("nameKind") })),
  ...{ country: text, territory: place, parent: maybe(organisation) },
};
const personFields = { key: text, organisation, name: maybe(text), function: text };
const agreementFields = {
  ...{ reference: text, kind: choice("agreementKind"), type: maybe(choice("agreementType")), title: text },
  ...{
    parent: maybe(agreement),
    partiesOf: list(agreement),
    state: choice("agreementState"),
    territory: place,
  },
  ...{ competence: said("competence"), standsFor: said("number"), period: said("period") },
  nextAction: maybe(text),
  parties: list(record({ organisation, role: choice("partyRole") })),
};
const saying = {
  ...{ about: plain("about"), field: text, value: value("said"), saidBy: maybe(person) },
  ...{ indicator: said("indicator"), unit: said("unit"), qualifier: said("qualifier") },
  populations: list(value("population")),
};

/** Lists of the draft and of its review to which something may be added, by the end of their path. */
export const additions: Readonly<Record<string, Spec>> = {
  "review/says": record(saying),
  "review/fields": record({
    ...{ agreement, kind: choice("fieldKind"), code: text, label: value("words"), saidBy: maybe(person) },
  }),
  "review/topics": record({
    ...{ kind: choice("topicKind"), code: maybe(text), label: value("words"), saidBy: maybe(person) },
  }),
  "review/attendance": record({
    ...{ part: maybe(plain("whole")), role: choice("attendanceRole"), organisation: maybe(organisation) },
    ...{
      person: maybe(person),
      category: maybe(text),
      headcount: maybe(plain("whole")),
      value: value("words"),
    },
  }),
  "review/links": record({ from: agreement, to: agreement, kind: choice("linkKind"), value: said("words") }),
  "review/decisions": record({
    ...{ decision: text, leadsTo: maybe(agreement), owner: maybe(organisation), value: value("words") },
  }),
  "review/stated": record({
    ...{
      kind: choice("figureKind"),
      subject: value("words"),
      agreement: maybe(agreement),
      event: plain("yes"),
    },
    ...{ territory: place, populations: list(plain("population")) },
    ...{ organisation: maybe(organisation), saidBy: maybe(person) },
  }),
  "review/relations": record({ from: organisation, to: organisation, kind: choice("relationKind") }),
  "review/servicePoints": record({
    ...{ organisation, kind: choice("servicePointKind"), name: text, founder: maybe(organisation) },
    ...{ programme: maybe(text), territory: place, value: value("words") },
  }),
  "review/organisations": record({ ...organisationFields, words: list(text) }),
  "review/people": record({ ...personFields, words: list(text) }),
  "review/agreements": record({ ref: text, ...agreementFields }),
  event: record({
    ...{ kind: value("eventKind"), name: said("words"), date: said("date"), place: said("words") },
    organisers: list(value("organisation")),
    parts: list(record({ kind: value("partKind"), name: said("words") })),
  }),
  organisers: value("organisation"),
  parts: record({ kind: value("partKind"), name: said("words") }),
  populations: value("population"),
  parties: record(party),
  targets: record(target),
  amounts: record(amount),
  clauses: record({ kind: value("clauseKind") }),
  "shared.targets": record({ ...target, covers: list(agreement) }),
  "shared.amounts": record({ ...amount, covers: list(agreement) }),
  "instruments.fields": value("words"),
  instruments: record({
    ...{ type: value("instrumentType"), status: said("status"), count: said("number") },
    ...{ object: said("words"), signedOn: said("date"), signedAt: said("words") },
    ...{ duration: said("months"), parent: maybe(agreement), parties: list(record(party)) },
  }),
  frameworks: record({
    kind: value("frameworkKind"),
    name: value("words"),
    period: said("period"),
  }),
  otherFigures: record({
    ...{ value: value("number"), kind: value("figureKind"), unit: said("unit") },
    ...{ currency: said("currency"), per: said("per"), of: maybe(text) },
  }),
  orientations: record({ kind: value("orientationKind"), author: said("words") }),
  attendees: record({ name: said("person"), title: said("words"), role: value("attendanceRole") }),
  doubts: record({ about: text, readings: list(text), passages: list(plain("passage")) }),
};

const lists = Object.keys(additions);

/** What an addition to the list at this path is made of. */
export function additionAt(path: string): Spec | undefined {
  if (/^instruments\.[^.]+\.fields$/.test(path)) return additions["instruments.fields"];
  const exact = additions[path];
  if (exact) return exact;
  const name = lists.find((one) => path.endsWith(`.${one}`));
  return name === undefined ? undefined : additions[name];
}

/** What each choice of a review is made of. */
export const choiceSpecs: Readonly<Record<ChoiceKind, Spec>> = {
  document: record({
    ...{ kind: choice("documentKind"), title: plain("long"), publisher: maybe(text), address: maybe(text) },
  }),
  same_event: record({ event: maybe(text) }),
  organisation: record({ ...organisationFields, known: plain("yes") }),
  person: record(personFields),
  event: record({
    ...{ reference: text, territory: place, dateText: said("words") },
    ...{ announced: list(agreement), signed: list(agreement), discussed: list(agreement) },
    ...{ decided: list(agreement), frameworks: list(agreement), known: plain("yes") },
  }),
  agreement: record({ ...agreementFields, known: plain("yes") }),
  commitment: record({
    ...{ agreement, same: maybe(plain("commitment")), wording: plain("long"), milieu: said("milieu") },
  }),
  contribution: record({ agreement, same: maybe(plain("commitment")) }),
  figure: record({
    ...{ territory: place, organisation: maybe(organisation), saidBy: maybe(person) },
    sectors: list(record({ code: text, value: value("words") })),
    ...{ sectorsExhaustive: plain("yes"), subject: said("words"), agreement: maybe(agreement) },
  }),
  orientation: record({ agreement, author: maybe(person) }),
  doubt: record({ object: plain("about"), field: text, reading: maybe(plain("whole")) }),
  say: record(saying),
};

/** How the value at a path is changed: free of its thing, with its own words. */
export const valueSpecAt = (path: string): Spec => ({ kind: "value", of: fieldKindOf(path) });

/** The bare references by which the things of a draft hang together. */
const structure: Readonly<Record<string, Spec>> = {
  parent: maybe(agreement),
  leadsTo: maybe(agreement),
  refersTo: list(agreement),
  covers: list(agreement),
  of: maybe(text),
};
export const structureAt = (path: string): Spec | undefined => structure[path.split(".").at(-1) ?? ""];
