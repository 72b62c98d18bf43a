import { toSay } from "../draft/sentences.ts";
import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import type { Organisation } from "../names/organisation.ts";
import { type Reading, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Entity, PartyFound } from "./entity.ts";

const THE_PARTIES = lexicon("words", (row) => row.kind === "parties");

/** Adds a party once; a fuller name or a named head completes what is known. */
export function addParty(entity: Entity, found: PartyFound): void {
  const at = entity.parties.findIndex((p) => p.organisation.key === found.organisation.key);
  const known = entity.parties[at];
  if (!known) entity.parties.push(found);
  else if (
    (known.organisation.generic && !found.organisation.generic) ||
    (!known.person && found.person?.name)
  )
    entity.parties[at] = {
      ...known,
      organisation: known.organisation.generic ? found.organisation : known.organisation,
      person: known.person ?? found.person,
    };
}

/** « les deux parties »: the two bodies that the text has named most often so far. */
function mainParties(reading: Reading, sentence: Sentence): Organisation[] {
  const counts = new Map<string, { count: number; organisation: Organisation }>();
  for (const organisation of reading.organisations) {
    if (organisation.from >= sentence.to || organisation.weak || organisation.office) continue;
    const known = counts.get(organisation.key);
    if (known) known.count++;
    else if (!organisation.generic) counts.set(organisation.key, { count: 1, organisation });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .map((c) => c.organisation);
}

/** « they initialled a memorandum », « ils ont signé ». */
function signedByPronoun(reading: Reading, sentence: Sentence): boolean {
  return within(reading.signing, sentence).some((cue) => {
    const before = reading.tokens.slice(Math.max(sentence.from, cue.from - 3), cue.from);
    const act = ["signed", "future", "plan"].includes(cue.row.cue ?? "");
    return act && before.some((t) => ["they", "ils", "elles"].includes(t.fold));
  });
}

export function addMainParties(reading: Reading, sentence: Sentence, targets: readonly Entity[]): void {
  const named = findTerms(reading.tokens, THE_PARTIES, sentence.from, sentence.to).length > 0;
  const pronoun = targets.some((entity) => entity.parties.length === 0) && signedByPronoun(reading, sentence);
  if (!named && !pronoun) return;
  for (const entity of targets) {
    if (entity.parties.length >= 2 || entity.status === "existing") continue;
    const why = toSay("two_named_most");
    const from = entity.parent?.parties.map((p) => p.organisation) ?? mainParties(reading, sentence);
    for (const organisation of from)
      addParty(entity, { organisation, role: "signatory", person: null, inferred: why });
  }
}
