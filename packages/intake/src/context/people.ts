import type { Attendee } from "../draft/model.ts";
import { coded, literal } from "../draft/values.ts";
import type { Person } from "../names/persons.ts";
import { type Reading, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";

const ROLES: Readonly<Record<string, string>> = {
  chair: "chair",
  presence: "guest",
  speech: "speaker",
  organiser: "organiser",
  visit: "host",
};

/** What a person does in the sentence: chairs, attends, speaks; null when the sentence does not say. */
function roleOf(
  reading: Reading,
  sentence: Sentence,
  person: Person,
): { role: string; from: number; to: number } | null {
  const cues = within(reading.cues, sentence).filter((cue) => ROLES[cue.row.cue ?? ""]);
  const before = cues
    .filter((cue) => cue.to <= person.from && ["chair", "presence"].includes(cue.row.cue ?? ""))
    .at(-1);
  const after = cues.find((cue) => cue.from >= person.to && cue.row.cue !== "organiser");
  const cue = before ?? after;
  if (cue && cue === after && cue.row.cue === "visit")
    return { role: "delegation", from: cue.from, to: cue.to };
  return cue ? { role: ROLES[cue.row.cue ?? ""] ?? "guest", from: cue.from, to: cue.to } : null;
}

/** People the text shows at the event, other than those who sign. */
export function attendeesOf(reading: Reading, representatives: ReadonlySet<number>): Attendee[] {
  const found: Attendee[] = [];
  const seen = new Set<string>();
  for (const sentence of reading.sentences)
    for (const person of within(reading.persons, sentence)) {
      if (!person.name && !person.organisation && !person.title) continue;
      const role = representatives.has(person.from) ? null : roleOf(reading, sentence, person);
      if (!person.name && !role) continue;
      const name = person.name ? literal(reading, person.name) : null;
      const surname = reading.tokens[(person.name?.to ?? 0) - 1]?.fold ?? "";
      if (name && seen.has(surname)) continue;
      if (name) seen.add(surname);
      const signs = representatives.has(person.from);
      found.push({
        name,
        title: person.title ? literal(reading, person.title) : null,
        role: signs
          ? coded(reading, person, "signatory_representative")
          : role && coded(reading, role, role.role),
      });
    }
  return found;
}
