import type { Organisation } from "../names/organisation.ts";
import type { Person } from "../names/persons.ts";
import type { Span } from "../text/reading.ts";
import type { InstrumentMention } from "./mentions.ts";
import type { Status } from "./status.ts";

export type PartyFound = {
  readonly organisation: Organisation;
  readonly role: string;
  readonly person: Person | null;
  /** Why it is a party when no sentence says so in one breath. */
  readonly inferred: string | null;
};

/** One instrument, or a group that the text does not tell apart, gathered from its mentions. */
export type Entity = {
  readonly id: number;
  type: string;
  typeMention: InstrumentMention;
  status: Status | null;
  statusCue: Span | null;
  count: number | null;
  countSpan: Span | null;
  readonly mentions: InstrumentMention[];
  readonly parties: PartyFound[];
  /** The group that « la première » is the first of. */
  group: Entity | null;
  ordinal: number | null;
  leadsTo: Entity | null;
  parent: Entity | null;
  plural: boolean;
};

const SAME: readonly (readonly string[])[] = [
  [
    "convention",
    "partnership_agreement",
    "framework_agreement",
    "tripartite_convention",
    "protocol",
    "intergovernmental_agreement",
  ],
  ["letter_of_intent", "mou"],
];
/** Words that may stand for any other: « cet accord » for a protocol. */
const LOOSE = new Set(["partnership_agreement", "convention"]);

/** True when one word may refer to what another word named. */
export function compatible(a: string, b: string): boolean {
  if (a === b || a === "" || b === "") return true;
  if (LOOSE.has(a) && LOOSE.has(b)) return true;
  if ((LOOSE.has(a) || LOOSE.has(b)) && ![a, b].some((t) => t === "letter_of_intent" || t === "amendment"))
    return (
      SAME[0]?.includes(a) === SAME[0]?.includes(b) ||
      a === "partnership_agreement" ||
      b === "partnership_agreement"
    );
  return SAME[1]?.includes(a) === true && SAME[1]?.includes(b) === true;
}

/** The children of a group, when the text tells them apart. */
export function childrenOf(entities: readonly Entity[], group: Entity): Entity[] {
  return entities.filter((entity) => entity.group === group);
}

/** What a promise about this entity is a promise of: a lone instrument, or a group (then it is shared). */
export const isGroup = (entity: Entity): boolean => entity.plural;
