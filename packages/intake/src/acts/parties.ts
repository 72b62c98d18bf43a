import { toSay } from "../draft/sentences.ts";
import { passageOf } from "../draft/values.ts";
import { natureCues } from "../promises/natures.ts";
import { type Reading, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Gathering } from "./entities.ts";
import { childrenOf, type Entity, type PartyFound } from "./entity.ts";
import { addMainParties, addParty } from "./main-parties.ts";
import type { InstrumentMention } from "./mentions.ts";
import { type Cast, castOf } from "./roles.ts";

const RESPECTIVELY = /respectivement|respectively|على التوالي/i;
const ACT = new Set(["signed", "future", "list", "neutral", "participle", "plan", "approved", "operator"]);
const TOGETHER = /partenariat|collaboration|partnership|cooperation|شراكة|تعاون/;
const BINDING = new Set(["signatory", "support", "operator"]);
const BESIDE = 12;

/** Which casts make a party. Names known only by their capitals count where a list of parties is being read. */
export function partyCasts(
  reading: Reading,
  sentence: Sentence,
  mentions: readonly InstrumentMention[],
): Cast[] {
  return castOf(reading, sentence, mentions).filter((cast) => {
    if (!BINDING.has(cast.part)) return false;
    if (
      cast.organisation.weak &&
      (possessive(reading, cast) || locative(reading, cast) || bracketed(reading, cast))
    )
      return false;
    if (cast.organisation.office && cast.person && !cast.subject && cast.part === "support") return false;
    return true;
  });
}

/** « the Kingdom's Skills Council »: the owner is not the body. */
const possessive = (reading: Reading, cast: Cast) =>
  ["'", "’"].includes(reading.tokens[cast.organisation.to]?.text ?? "") &&
  reading.tokens[cast.organisation.to + 1]?.fold === "s";

/** « (News desk) » in a dateline. */
const bracketed = (reading: Reading, cast: Cast) =>
  ["(", "«", "“", '"'].includes(reading.tokens[cast.organisation.from - 1]?.text ?? "");

const PLACES_BEFORE = new Set([
  "a",
  "au",
  "aux",
  "in",
  "at",
  "en",
  "de",
  "du",
  "des",
  "d",
  "of",
  "from",
  "vers",
]);

function locative(reading: Reading, cast: Cast): boolean {
  const at = cast.organisation.from;
  const quote = ["'", "’"].includes(reading.tokens[at - 1]?.text ?? "");
  const before = reading.tokens[quote ? at - 2 : at - 1]?.fold ?? "";
  const listed = within(reading.signing, { from: 0, to: at }).at(-1)?.row.cue === "list";
  return PLACES_BEFORE.has(before) && !(before === "a" && listed);
}

/** The mention that a party stands beside: the last one before it; subjects stand for all. */
export function mentionsOf(cast: Cast, mentions: readonly InstrumentMention[]): readonly InstrumentMention[] {
  if (cast.subject) return mentions;
  const before = mentions.filter((mention) => mention.from < cast.organisation.from).at(-1);
  const chosen = before ?? mentions[0];
  return chosen ? [chosen] : [];
}

export function namesBeside(reading: Reading, all: readonly InstrumentMention[]) {
  return (sentence: Sentence, mention: InstrumentMention): ReadonlySet<string> => {
    const mentions = within(all, sentence).filter((m) => m.type !== "");
    const casts = partyCasts(reading, sentence, mentions).filter((cast) =>
      mentionsOf(cast, mentions).includes(mention),
    );
    return new Set(casts.map((cast) => cast.organisation.key));
  };
}

function party(cast: Cast, inferred: string | null = null): PartyFound {
  const role = cast.part === "support" ? "partner" : cast.part === "operator" ? "operator" : "signatory";
  return { organisation: cast.organisation, role, person: cast.person, inferred };
}

/** « Entre : A, représentée par …, et B »: the head of an agreement. */
const opensBetween = (reading: Reading, sentence: Sentence): boolean =>
  within(reading.cues, sentence).some((cue) => cue.row.cue === "between" && cue.from - sentence.from <= 1);

/** « avec X », « par X » count only where the sentence speaks of signing, or right beside the instrument. */
function tied(
  reading: Reading,
  sentence: Sentence,
  cast: Cast,
  mention: InstrumentMention | undefined,
): boolean {
  const acts = within(reading.signing, sentence).some((cue) => ACT.has(cue.row.cue ?? ""));
  if (acts || cast.part === "support" || opensBetween(reading, sentence)) return true;
  if (!mention) return false;
  return cast.organisation.from >= mention.to && cast.organisation.from - mention.to <= BESIDE;
}

/** A sentence that goes on about the last instrument: « Elles lient … », « Les signataires sont … ». */
function spokenOf(
  reading: Reading,
  sentence: Sentence,
  gathering: Gathering,
  focus: Entity | null,
): Entity[] {
  const active = gathering.active.get(sentence.index)?.map((item) => item.entity) ?? [];
  if (active.length > 0) return active;
  if (within(reading.signing, sentence).some((cue) => cue.row.cue === "negation")) return [];
  const acts = within(reading.signing, sentence).some((cue) =>
    ["signed", "list", "future", "operator"].includes(cue.row.cue ?? ""),
  );
  const jointly = within(reading.cues, sentence).some(
    (cue) => cue.row.cue === "support" && TOGETHER.test(passageOf(reading, cue).text),
  );
  const ahead =
    jointly &&
    focus?.status !== "existing" &&
    natureCues(reading, sentence, []).some((cue) => cue.nature === "promise");
  const opening = opensBetween(reading, sentence);
  return (acts || ahead || opening) && focus && !sentence.title ? [focus] : [];
}

/** « Les signataires sont : », and then a line for each. */
function opensList(reading: Reading, sentence: Sentence): boolean {
  const names = within(reading.signing, sentence).some((cue) => cue.row.cue === "list");
  const between = within(reading.cues, sentence).some((cue) => cue.row.cue === "between");
  return reading.tokens[sentence.to - 1]?.text === ":" && (names || between);
}

function addListed(reading: Reading, sentence: Sentence, entities: readonly Entity[]): void {
  const first = within(reading.organisations, sentence)[0];
  if (!first || first.from - sentence.from > 4) return;
  const person = reading.persons.find((p) => p.organisation?.from === first.from) ?? null;
  for (const entity of entities)
    addParty(entity, { organisation: first, role: "signatory", person, inferred: null });
}

/** Finds the parties of every entity, sentence by sentence. */
export function assignParties(
  reading: Reading,
  gathering: Gathering,
  mentions: readonly InstrumentMention[],
): void {
  let focus: Entity | null = null;
  let listing: readonly Entity[] = [];
  for (const sentence of reading.sentences) {
    if (listing.length > 0 && sentence.bullet) {
      addListed(reading, sentence, listing);
      continue;
    }
    const active = gathering.active.get(sentence.index) ?? [];
    const own = active.map((item) => item.mention);
    const entities = spokenOf(reading, sentence, gathering, focus);
    const casts = entities.length > 0 ? partyCasts(reading, sentence, within(mentions, sentence)) : [];
    for (const cast of casts) {
      const chosen = mentionsOf(cast, own);
      const receivers =
        own.length === 0 ? entities : active.filter((i) => chosen.includes(i.mention)).map((i) => i.entity);
      if (tied(reading, sentence, cast, chosen[0]))
        for (const entity of receivers) addParty(entity, party(cast));
    }
    addMainParties(reading, sentence, entities);
    listing = opensList(reading, sentence) ? entities : [];
    const last: Entity | null = active.at(-1)?.entity ?? focus;
    if (!focus || last?.status !== "existing") focus = last;
  }
  for (const entity of gathering.entities) complete(reading, gathering, entity);
}

/** What no sentence says in one breath: the subject of the sentence before, the parties of the group. */
function complete(reading: Reading, gathering: Gathering, entity: Entity): void {
  const states = entity.parties.filter((p) => p.organisation.kind === "foreign_government").length >= 2;
  if (states)
    entity.parties.splice(0, entity.parties.length, ...entity.parties.filter((p) => !p.organisation.office));
  const children = childrenOf(gathering.entities, entity);
  const outside = entity.parties.filter((p) => p.role === "signatory");
  if (outside.length === 1 && entity.status !== "existing" && entity.group === null)
    addSubjectBefore(reading, entity);
  if (children.length > 0) share(reading, entity, children);
  if (entity.parent && entity.parties.length === 0 && entity.status !== "existing")
    for (const p of entity.parent.parties) addParty(entity, { ...p, inferred: toSay("parties_of_amended") });
}

function addSubjectBefore(reading: Reading, entity: Entity): void {
  const own = entity.parties[0];
  const sentence =
    own && reading.sentences.find((s) => s.from <= own.organisation.from && s.to > own.organisation.from);
  if (!sentence || !own) return;
  const speaker = castOf(reading, sentence, []).find(
    (c) => c.part === "speech" && c.person && !c.organisation.office,
  );
  if (
    speaker &&
    speaker.organisation.from < own.organisation.from &&
    speaker.organisation.key !== own.organisation.key
  ) {
    addParty(entity, { ...party(speaker, "its head tells of the signature"), role: "signatory" });
    return;
  }
  const before = reading.sentences.filter((s) => s.to <= sentence.from && !s.title).at(-1);
  if (!before) return;
  const subjects = castOf(reading, before, []).filter(
    (c) =>
      c.subject &&
      !c.organisation.weak &&
      !c.organisation.office &&
      !c.organisation.generic &&
      !c.person &&
      c.part !== "chair" &&
      c.part !== "speech" &&
      c.organisation.key !== own.organisation.key,
  );
  for (const subject of subjects.slice(0, entity.plural ? subjects.length : 1))
    addParty(entity, party({ ...subject, part: "signatory" }, "the subject of the sentence before"));
}

/** « entre A et, respectivement, B et C. La première … »: each gets its own; otherwise all are named on each. */
function share(reading: Reading, group: Entity, children: readonly Entity[]): void {
  const [hub, ...others] = group.parties;
  const sentence = reading.sentences.find(
    (s) => s.from <= (hub?.organisation.from ?? -1) && s.to > (hub?.organisation.from ?? -1),
  );
  const respective = sentence && RESPECTIVELY.test(reading.text.slice(sentence.start, sentence.end));
  for (const child of children) {
    const own = others[(child.ordinal ?? 0) - 1];
    if (hub && own && respective && others.length === children.length) {
      addParty(child, hub);
      addParty(child, own);
    } else if (child.parties.length < 2) {
      const why = toSay("parties_of_group");
      const alone = child.parties.length === 0;
      for (const p of alone ? group.parties : group.parties.slice(0, 1))
        addParty(child, { ...p, inferred: why });
    }
  }
}
