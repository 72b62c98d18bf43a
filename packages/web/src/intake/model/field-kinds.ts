// What each field of a draft holds: how it is shown, how it is changed, under which word.
import { type ChoiceList, choices } from "./choices.ts";

export type FieldKind =
  | "words"
  | "organisation"
  | "person"
  | "number"
  | "money"
  | "months"
  | "date"
  | "period"
  | "territory"
  | "indicator"
  | "unit"
  | "population"
  | "yes"
  | "said"
  | ChoiceList;

/** By the last words of the path, its numbers written #; the first that fits counts. */
const kinds: readonly (readonly [string, FieldKind])[] = [
  ["event.kind", "eventKind"],
  ["parts.#.kind", "partKind"],
  ["parts.#.name", "words"],
  ["frameworks.#.kind", "frameworkKind"],
  ["parties.#.name", "organisation"],
  ["parties.#.kind", "organisationKind"],
  ["parties.#.role", "partyRole"],
  ["representative.name", "person"],
  ["amounts.#.value", "money"],
  ["amounts.#.role", "amountRole"],
  ["amounts.#.contributor", "organisation"],
  ["amounts.#.inKind", "yes"],
  ["targets.#.value", "number"],
  ["otherFigures.#.value", "number"],
  ["otherFigures.#.kind", "figureKind"],
  ["orientations.#.kind", "orientationKind"],
  ["attendees.#.name", "person"],
  ["attendees.#.role", "attendanceRole"],
  ["clauses.#.kind", "clauseKind"],
  ["instruments.#.type", "instrumentType"],
  ["instruments.#.status", "status"],
  ["organisers.#", "organisation"],
  ["populations.#", "population"],
  ["count", "number"],
  ["standsFor", "number"],
  ["currency", "currency"],
  ["qualifier", "qualifier"],
  ["indicator", "indicator"],
  ["unit", "unit"],
  ["territory", "territory"],
  ["period", "period"],
  ["deadline", "date"],
  ["date", "date"],
  ["signedOn", "date"],
  ["publishedOn", "date"],
  ["duration", "months"],
  ["competence", "competence"],
  ["milieu", "milieu"],
  ["per", "per"],
];

const shapeOf = (path: string) => path.replace(/\.(\d+|\+\w+)(?=\.|$)/g, ".#");

const isList = (word: string): word is ChoiceList => word in choices;

/** The kind of the field at a path, or of a list named in its place; free words where nothing more is known of it. */
export function fieldKindOf(path: string): FieldKind {
  const shape = shapeOf(path);
  if (isList(path)) return path;
  return kinds.find(([end]) => shape === end || shape.endsWith(`.${end}`))?.[1] ?? "words";
}

/** The names of fields that say more in a word of their own than the last one of their path. */
const names: readonly (readonly [string, string])[] = [
  ["parties.#.name", "party"],
  ["parties.#.kind", "organisationKind"],
  ["attendees.#.name", "person"],
  ["attendees.#.title", "function"],
  ["representative.name", "representative"],
  ["representative.title", "function"],
  ["organisers.#", "organiser"],
  ["populations.#", "population"],
  ["fields.#", "field"],
  ["targets.#.value", "target"],
  ["amounts.#.value", "amount"],
  ["otherFigures.#.value", "figure"],
];

/** The field's name, as `intake.field.<name>` says it in three languages. */
export function fieldNameOf(path: string): string {
  const shape = shapeOf(path);
  const own = names.find(([end]) => shape.endsWith(end))?.[1];
  return own ?? path.split(".").findLast((word) => !/^(\d+|\+\w+)$/.test(word)) ?? path;
}

export type MarkKind = "figure" | "money" | "party" | "person" | "date" | "place" | "thing" | "doubt";

const marks: Partial<Record<FieldKind, MarkKind>> = {
  ...{ number: "figure", indicator: "figure", unit: "figure", population: "figure", qualifier: "figure" },
  ...{ money: "money", amountRole: "money", currency: "money", yes: "money" },
  ...{ organisation: "party", organisationKind: "party", partyRole: "party" },
  ...{ person: "person", attendanceRole: "person", date: "date", period: "date", months: "date" },
  territory: "place",
};

/** How the passage of a path is drawn in the text: what it is about, told by its line and not by colour alone. */
export function markKindOf(path: string): MarkKind {
  if (path.startsWith("doubts.")) return "doubt";
  if (/(^|\.)(place|signedAt)$/.test(path)) return "place";
  if (/\.title$/.test(path)) return "person";
  if (/amounts\.\d+\./.test(path)) return "money";
  return marks[fieldKindOf(path)] ?? "thing";
}
