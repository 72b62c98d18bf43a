import { type Reading, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { compatible, type Entity } from "./entity.ts";
import type { InstrumentMention } from "./mentions.ts";
import { type Reported, statusIn } from "./status.ts";

/** What is known when a sentence has been read: the entities so far and those the sentence speaks of. */
export type Gathering = {
  readonly entities: Entity[];
  /** By sentence index: the entities in the order in which the sentence mentions them. */
  readonly active: Map<number, { readonly mention: InstrumentMention; readonly entity: Entity }[]>;
  /** The counterparties named beside each entity: two agreements with other partners are two agreements. */
  readonly names: Map<Entity, Set<string>>;
};

type Reading1 = {
  readonly mention: InstrumentMention;
  readonly reported: Reported;
  readonly names: ReadonlySet<string>;
};

function newEntity(gathering: Gathering, { mention, reported }: Reading1): Entity {
  const entity: Entity = {
    id: gathering.entities.length,
    type: mention.type,
    typeMention: mention,
    status: reported.status === "none" ? null : reported.status,
    statusCue: reported.cue,
    count: mention.plural ? mention.count : null,
    countSpan: mention.countSpan,
    mentions: [mention],
    parties: [],
    group: null,
    ordinal: mention.ordinal,
    leadsTo: null,
    parent: null,
    plural: mention.plural && mention.count !== 1,
  };
  gathering.entities.push(entity);
  return entity;
}

function join(entity: Entity, { mention, reported }: Reading1): Entity {
  entity.mentions.push(mention);
  if (entity.status === null && reported.status !== "none" && reported.status !== null) {
    entity.status = reported.status;
    entity.statusCue = reported.cue;
  }
  if (entity.plural && entity.count === null && mention.count !== null) {
    entity.count = mention.count;
    entity.countSpan = mention.countSpan;
  }
  if (entity.type === "" || (mention.type !== "" && specific(mention.type, entity.type))) {
    entity.type = mention.type;
    entity.typeMention = mention;
  }
  return entity;
}

const specific = (a: string, b: string) =>
  b === "partnership_agreement" && a !== b && a !== "amendment" && a !== "mou";

const statusFits = (entity: Entity, reported: Reported) =>
  entity.status === null || reported.status === null || entity.status === reported.status;

/** « la première » of the last group that has that many. */
function childOf(gathering: Gathering, reading: Reading1): Entity | null {
  const { mention } = reading;
  const group = gathering.entities.findLast(
    (e) =>
      e.plural &&
      compatible(e.type, mention.type) &&
      (e.count === null ? mention.ordinalWord : e.count >= (mention.ordinal ?? 1)) &&
      (mention.ordinalWord || e.count === 2),
  );
  if (!group) return null;
  const known = gathering.entities.find((e) => e.group === group && e.ordinal === mention.ordinal);
  if (known) return join(known, reading);
  const child = newEntity(gathering, reading);
  child.group = group;
  child.plural = false;
  child.type = mention.type || group.type;
  child.typeMention = mention.type ? mention : group.typeMention;
  const own = reading.reported.status;
  child.status = own === "none" || own === null ? group.status : own;
  child.statusCue = own === null ? group.statusCue : reading.reported.cue;
  return child;
}

function disjoint(gathering: Gathering, entity: Entity, names: ReadonlySet<string>): boolean {
  const own = gathering.names.get(entity) ?? new Set<string>();
  if (own.size === 0 || names.size === 0) return false;
  const extra = [...names].filter((name) => !own.has(name));
  const missing = [...own].filter((name) => !names.has(name));
  return extra.length > 0 && missing.length > 0;
}

/** The last entity that this mention may speak of again. */
function antecedent(
  gathering: Gathering,
  reading: Reading1,
  sameSentence: ReadonlySet<Entity>,
): Entity | null {
  const { mention, reported, names } = reading;
  const fits = (e: Entity) => {
    if (!compatible(e.type, mention.type) || !statusFits(e, reported)) return false;
    if (mention.determiner !== "definite" && mention.determiner !== "bare") {
      if (sameSentence.has(e) || e.plural !== mention.plural) return false;
      if (e.count !== null && mention.count !== null && e.plural && e.count !== mention.count) return false;
      if (mention.additional || (!e.plural && disjoint(gathering, e, names))) return false;
      return e.group === null;
    }
    if (mention.plural && !e.plural) return false;
    if (mention.plural && mention.count !== null && e.count !== null && mention.count !== e.count)
      return false;
    return mention.plural || !e.plural;
  };
  const exact = gathering.entities.findLast((e) => fits(e) && e.type === mention.type && !mention.plural);
  return exact ?? gathering.entities.findLast(fits) ?? null;
}

function place(gathering: Gathering, reading: Reading1, sameSentence: ReadonlySet<Entity>): Entity | null {
  const { mention, reported } = reading;
  if (reported.status === "none") return null;
  if (mention.determiner === "ordinal" && mention.ordinal !== null) {
    const child = childOf(gathering, reading);
    if (child || mention.type === "") return child;
  }
  if (mention.type === "") return null;
  const known = antecedent(gathering, reading, sameSentence);
  if (known) return join(known, reading);
  return newEntity(gathering, reading);
}

/**
 * Gathers mentions into instruments: an ordinal is a part of its group, a definite one refers back, an indefinite
 * one is new unless it tells again what is known (same words, same partners).
 */
export function gather(
  reading: Reading,
  mentions: readonly InstrumentMention[],
  namesBeside: (sentence: Sentence, mention: InstrumentMention) => ReadonlySet<string>,
): Gathering {
  const gathering: Gathering = { entities: [], active: new Map(), names: new Map() };
  let introduced: Reported | null = null;
  for (const sentence of reading.sentences) {
    const own = within(mentions, sentence);
    const sameSentence = new Set<Entity>();
    let previous: Entity | null = null;
    const opens = reading.tokens[sentence.to - 1]?.text === ":";
    for (const mention of own) {
      const names = namesBeside(sentence, mention);
      const said = statusIn(reading, sentence, mention, own);
      const reported: Reported = said.status === null && sentence.bullet && introduced ? introduced : said;
      if (opens && said.status !== null) introduced = said;
      const entity = place(gathering, { mention, reported, names }, sameSentence);
      if (!entity) continue;
      if (reported.led) {
        const from: Entity | null =
          previous ?? gathering.entities.findLast((e) => e !== entity && e.leadsTo === null) ?? null;
        if (from && from !== entity) from.leadsTo = entity;
      }
      if (previous?.type === "amendment" && entity !== previous) previous.parent = entity;
      gathering.names.set(entity, new Set([...(gathering.names.get(entity) ?? []), ...names]));
      sameSentence.add(entity);
      previous = entity;
      const active = gathering.active.get(sentence.index) ?? [];
      active.push({ mention, entity });
      gathering.active.set(sentence.index, active);
    }
  }
  return gathering;
}
