import type { PlaceMention } from "../names/places.ts";
import { type Reading, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Proposed, Territory } from "./model.ts";
import { coded, literal } from "./values.ts";

const AT = new Set(["a", "in", "at", "lieu", "place", "المكان"]);
const DASHES = new Set(["-", "–", "—", ":", ",", "("]);

const townlike = (place: PlaceMention) => ["city", "commune", "province"].includes(place.place.kind);

/** « à Fès », « in Lisbon », « بالرباط », « بمدينة القنيطرة »: where it happened. */
function located(reading: Reading, mention: PlaceMention): boolean {
  const { tokens } = reading;
  const token = tokens[mention.from];
  const before = tokens[mention.from - 1];
  if (!token || !townlike(mention)) return false;
  if (token.arabic)
    return (
      (mention.joined && /^[وف]?ب/.test(token.fold)) || ["بمدينه", "مدينه", "في"].includes(before?.fold ?? "")
    );
  const bracket = before?.text === "(" && tokens[mention.to]?.text === ",";
  if (bracket) return true;
  const colon = before?.text === ":" ? tokens[mention.from - 2] : undefined;
  return AT.has(before?.fold ?? "") || (colon !== undefined && AT.has(colon.fold));
}

/** « FÈS — … », « Rabat, 3 mai (…) », « سوسة: … »: the town that opens a dispatch. */
export function datelinePlace(reading: Reading): PlaceMention | null {
  for (const sentence of reading.sentences.slice(0, 3)) {
    const place = reading.places.find((p) => p.from === sentence.from && townlike(p));
    const after = place ? reading.tokens[place.to] : undefined;
    if (place && after && DASHES.has(after.text) && !sentence.title) return place;
    if (place && after?.text === ":") return place;
  }
  return null;
}

export function placeIn(reading: Reading, sentence: Sentence): PlaceMention | null {
  return within(reading.places, sentence).find((place) => located(reading, place)) ?? null;
}

export const placeName = (reading: Reading, mention: PlaceMention | null): Proposed<string> => {
  if (!mention) return null;
  const token = reading.tokens[mention.from];
  const stripped = mention.joined && /^[وف]?ب/.test(token?.text ?? "");
  const found = literal(reading, mention);
  if (!stripped || !token || found.value.length < 4) return found;
  const cut = token.text.indexOf("ب") + 1;
  const rest = found.value.slice(cut);
  const start = found.passage.start + cut;
  return { ...found, value: rest, passage: { start, end: found.passage.end, text: rest } };
};

/** The territory that a sentence names for its figures: « dans la région de Fès-Meknès ». */
export function territoryIn(reading: Reading, sentence: Sentence): Proposed<Territory> {
  const mention = within(reading.places, sentence).find(
    (p) => p.place.kind === "region" && p.place.territory,
  );
  return mention?.place.territory ? coded(reading, mention, mention.place.territory) : null;
}
