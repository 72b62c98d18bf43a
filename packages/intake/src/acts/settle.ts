import { type Reading, within } from "../text/reading.ts";
import type { Gathering } from "./entities.ts";
import { childrenOf, compatible, type Entity } from "./entity.ts";

/** A text whose title names the instrument and whose body says only « les deux parties ont signé ». */
function signedElsewhere(reading: Reading, gathering: Gathering): void {
  if (gathering.entities.some((entity) => entity.status === "signed" || entity.status === "planned")) return;
  const named = gathering.entities.find(
    (entity) =>
      entity.status === null &&
      entity.mentions[0]?.determiner !== "definite" &&
      entity.mentions[0]?.determiner !== "several",
  );
  if (!named) return;
  for (const sentence of reading.sentences) {
    const cues = within(reading.signing, sentence);
    const act = cues.find((cue) => cue.row.cue === "signed" || cue.row.cue === "future");
    const refused = cues.some(
      (cue) => cue.row.cue === "negation" || cue.row.cue === "wish" || cue.row.cue === "former",
    );
    if (!act || refused) continue;
    named.status = act.row.cue === "signed" ? "signed" : "planned";
    named.statusCue = act;
    return;
  }
}

/** « Les conventions suivantes : … » or « trois accords » told one by one afterwards: the singles are its parts. */
function adopt(gathering: Gathering): void {
  for (const group of gathering.entities) {
    if (!group.plural || group.status === null || childrenOf(gathering.entities, group).length > 0) continue;
    const singles = gathering.entities.filter(
      (e) =>
        e.id > group.id &&
        !e.plural &&
        e.group === null &&
        e.status === group.status &&
        compatible(e.type, group.type) &&
        e.type !== "amendment",
    );
    const whole = group.count === null ? singles.length >= 2 : singles.length === group.count;
    if (!whole) continue;
    for (const [at, single] of singles.entries()) {
      single.group = group;
      single.ordinal = at + 1;
    }
  }
}

/** An amendment amends the agreement spoken of before it. */
function amended(gathering: Gathering): void {
  for (const entity of gathering.entities)
    if (entity.type === "amendment" && !entity.parent)
      entity.parent = gathering.entities.findLast((e) => e.id < entity.id && e.type !== "amendment") ?? null;
}

/** Decides which gathered entities are instruments of the draft; the others are left out everywhere. */
export function settle(reading: Reading, gathering: Gathering): void {
  signedElsewhere(reading, gathering);
  adopt(gathering);
  const kept = gathering.entities.filter((entity) => entity.status !== null);
  gathering.entities.splice(0, gathering.entities.length, ...kept);
  for (const [index, items] of gathering.active) {
    const left = items.filter((item) => kept.includes(item.entity));
    if (left.length > 0) gathering.active.set(index, left);
    else gathering.active.delete(index);
  }
  amended(gathering);
}

/** The entities that become entries of `instruments`: a group told apart gives way to its parts. */
export function entries(gathering: Gathering): { entity: Entity; count: number | null }[] {
  const found: { entity: Entity; count: number | null }[] = [];
  for (const entity of gathering.entities) {
    const children = childrenOf(gathering.entities, entity);
    if (children.length === 0) found.push({ entity, count: entity.count });
    else if (entity.count !== null && entity.count > children.length)
      found.push({ entity, count: entity.count - children.length });
  }
  return found;
}
