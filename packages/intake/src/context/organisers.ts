import type { DraftEvent } from "../draft/model.ts";
import { literal } from "../draft/values.ts";
import { lexicon } from "../lexicon/load.ts";
import { type Found, findTerms } from "../lexicon/terms.ts";
import type { Organisation } from "../names/organisation.ts";
import { type Reading, type Span, within } from "../text/reading.ts";

type Row = Readonly<Record<string, string>>;
const ORGANISES = lexicon("words", (row) => row.kind === "organises");
const OF = new Set(["de", "du", "d", "des", "of"]);

/** « organisé par X », « le séminaire de X », « X a réuni des assises avec Y »: those who hold the event. */
export function organisersOf(reading: Reading, event: Found<Row> | null): DraftEvent["organisers"] {
  const named = [
    ...afterCue(reading),
    ...(event ? [...ofEvent(reading, event), ...subjects(reading, event)] : []),
  ];
  const once = new Map(named.map((organisation) => [organisation.key, organisation]));
  return [...once.values()].map(({ nameFrom, nameTo }) => literal(reading, { from: nameFrom, to: nameTo }));
}

const isNamed = (organisation: Organisation) => !organisation.weak && !organisation.generic;

function afterCue(reading: Reading): Organisation[] {
  const cues = reading.cues.filter(({ row }) => row.cue === "organiser");
  return cues.flatMap(
    (cue) => reading.organisations.find((o) => o.from >= cue.to && o.from - cue.to <= 4 && !o.weak) ?? [],
  );
}

/** « un séminaire de l'ANAPEC »; a visit of a delegation is held by its hosts. */
function ofEvent(reading: Reading, event: Found<Row>): Organisation[] {
  if (event.row.kind?.endsWith("_visit")) return [];
  const next = reading.tokens[event.to];
  const found = reading.organisations.find((o) => o.from >= event.to && o.from - event.to <= 3);
  return next && OF.has(next.fold) && found && isNamed(found) ? [found] : [];
}

/** The subject of the verb that holds the event, and those with whom it does. */
function subjects(reading: Reading, event: Span): Organisation[] {
  const sentences = reading.sentences.filter((sentence) => !sentence.title);
  for (const sentence of sentences) {
    const verb = findTerms(reading.tokens, ORGANISES, sentence.from, sentence.to)[0];
    const mentions = reading.tokens.slice(sentence.from, sentence.to).map(({ fold }) => fold);
    const told = reading.tokens.slice(event.from, event.to).some(({ fold }) => mentions.includes(fold));
    if (!verb || !told) continue;
    const own = within(reading.organisations, sentence).filter(isNamed);
    const before = own.findLast((o) => o.to <= verb.from);
    const link = reading.cues.find(
      (cue) => cue.row.cue === "with" && cue.from >= verb.to && cue.to <= sentence.to,
    );
    const beside = link ? own.filter((o) => o.from >= link.to) : [];
    return before && !before.office ? [before, ...beside] : [];
  }
  return [];
}
