import type { Gathering } from "../acts/entities.ts";
import type { Entity } from "../acts/entity.ts";
import type { FrameworkMention } from "../context/frameworks.ts";
import { lexicon } from "../lexicon/load.ts";
import { termAt } from "../lexicon/terms.ts";
import { type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";

const TOGETHER =
  /^(ils|elles|ces|they|these|together|ensemble|total|l'ensemble|those|all|tous|toutes|globalement|overall)$/;
const FRAME = lexicon("cues", (row) => row.cue === "frame" || row.cue === "object");
const EXISTING = lexicon("signing", (row) => row.cue === "existing");
const OWNS =
  /^(,|،|doté|dotée|qui|which|with|whose|worth|الذي|والذي|بميزانية|بغلاف|\(|dont|de|visant|aims|targets|ويستهدف|يستهدف|vise|of|a|has|et|،|avait|promised|financé|cofinancé)$/;

/** The instrument that a figure is about: named before it in the sentence, else after it, else spoken of last. */
export function entityOf(
  gathering: Gathering,
  reading: Reading,
  sentence: Sentence,
  figure: Span,
): Entity | null {
  const kept = (e: Entity) => e.status !== null;
  const active = (gathering.active.get(sentence.index) ?? []).filter((item) => kept(item.entity));
  const before = active.filter((item) => item.mention.from < figure.from);
  const focus = focusBefore(gathering, sentence);
  const recalled = active[0]?.entity.status === "existing" && focus !== null && focus.status !== "existing";
  const own = before.at(-1) ?? (recalled ? undefined : active[0]);
  if (own) return own.entity;
  if (!focus) return null;
  const opening = reading.tokens.slice(sentence.from, sentence.from + 4).map((t) => t.fold);
  if (focus.group && opening.some((word) => TOGETHER.test(word))) return focus.group;
  return focus;
}

/** The last instrument that an earlier sentence spoke of; one still to come or new before one only recalled. */
function focusBefore(gathering: Gathering, sentence: Sentence): Entity | null {
  const indexes = [...gathering.active.keys()]
    .filter((index) => index < sentence.index)
    .sort((a, b) => b - a);
  let recalled: Entity | null = null;
  for (const index of indexes) {
    const entities = (gathering.active.get(index) ?? [])
      .map((i) => i.entity)
      .filter((e) => e.status !== null);
    const fresh = entities.filter((e) => e.status !== "existing");
    const chosen = fresh.at(fresh.length > 1 && fresh.some((e) => e.leadsTo) ? 0 : -1);
    if (chosen) return chosen;
    recalled ??= entities.at(-1) ?? null;
  }
  return recalled ?? gathering.entities.find((e) => e.status !== null) ?? null;
}

/** A figure of a programme or plan that the text names, not of the instrument. */
export function ofFramework(
  reading: Reading,
  gathering: Gathering,
  frameworks: readonly FrameworkMention[],
  sentence: Sentence,
  figure: Span,
): FrameworkMention | null {
  const near = within(frameworks, sentence)
    .filter((f) => f.to <= figure.from)
    .at(-1);
  if (!near) return announcedFor(reading, gathering, frameworks, sentence, figure);
  const mentions = within(
    (gathering.active.get(sentence.index) ?? []).map((i) => i.mention),
    sentence,
  );
  if (mentions.some((m) => m.from >= near.to && m.to <= figure.from)) return null;
  if (near.generic && !namedBefore(reading, gathering, frameworks, near)) return null;
  const governed = governedByFrame(reading, near, sentence);
  if (!governed) return mentions.some((m) => m.to <= near.from) && figure.from - near.to > 6 ? null : near;
  const end = reading.periods.find((period) => period.from === near.to)?.to ?? near.to;
  const next = reading.tokens[end];
  const own = OWNS.test(next?.text ?? "") && figure.from - end <= 10;
  return own && !reading.tokens.slice(end, figure.from).some((t) => t.text === "," && t.index > end + 1)
    ? near
    : null;
}

/** « Doté de 1,25 MMDH, le programme X … »: the programme comes after its figure. */
function announcedFor(
  reading: Reading,
  gathering: Gathering,
  frameworks: readonly FrameworkMention[],
  sentence: Sentence,
  figure: Span,
): FrameworkMention | null {
  const next = within(frameworks, sentence).find((f) => f.from >= figure.to && !f.generic);
  if (!next || figure.from - sentence.from > 8) return null;
  const mentions = (gathering.active.get(sentence.index) ?? []).map((item) => item.mention);
  if (mentions.some((m) => m.from < next.from)) return null;
  const comma = reading.tokens.slice(figure.to, next.from).some((t) => t.text === "," || t.text === "،");
  return comma && next.from - figure.to <= 6 ? next : null;
}

function governedByFrame(reading: Reading, framework: Span, sentence: Sentence): boolean {
  for (let at = Math.max(sentence.from, framework.from - 6); at < framework.from; at++) {
    const hit = termAt(reading.tokens, at, FRAME) ?? termAt(reading.tokens, at, EXISTING);
    if (hit) return true;
  }
  return false;
}

/** « ce programme » means one that was named after the last instrument, or before there was any. */
function namedBefore(
  reading: Reading,
  gathering: Gathering,
  frameworks: readonly FrameworkMention[],
  generic: FrameworkMention,
) {
  const named = frameworks
    .filter((f) => !f.generic && f.to <= generic.from && f.kind === generic.kind)
    .at(-1);
  if (!named) return false;
  const mentions = [...gathering.active.values()].flat().map((item) => item.mention);
  const between = mentions.some((m) => m.from > named.to && m.to < generic.from);
  return !between || reading.sentences.some((s) => s.from <= named.from && s.to >= generic.to);
}
