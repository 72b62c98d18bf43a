// The suggested review of a draft: every choice that it asks for, each by a rule and none decided. Pure.
import type { Choice, ChoiceKind } from "./choices-format.ts";
import type { Draft } from "./draft-format.ts";
import type { Known, KnownAgreement, KnownEvent } from "./known.ts";
import { type LikelyEvent, likelyEvents } from "./likely-events.ts";
import { matchAgreements } from "./match-agreements.ts";
import { suggestAgreements } from "./suggest-agreements.ts";
import { suggestDoubts, suggestFigures, suggestOrientations } from "./suggest-context.ts";
import { suggestEvent, suggestPeople, suggestSameEvent, suggestSayings } from "./suggest-event.ts";
import { suggestOrganisations } from "./suggest-organisations.ts";
import { suggestCommitments, suggestContributions } from "./suggest-promises.ts";
import { referencesBeside } from "./suggest-references.ts";
import { type Suggesting, suggest } from "./suggestion.ts";
import { tell } from "./tell.ts";

export interface Suggestions {
  readonly choices: readonly Choice<ChoiceKind>[];
  readonly likely: readonly LikelyEvent[];
  readonly sameEvent: KnownEvent | null;
  readonly sameAgreements: ReadonlyMap<string, KnownAgreement>;
  /** What references were made of. */
  readonly bases: ReadonlySet<string>;
}

/**
 * @param chosenEvent the recorded event that the reviewer says this is, null when he says another or has not said yet
 * @param lasting the lasting path of what stands at a path of the draft
 */
export function suggestReview(
  draft: Draft,
  known: Known,
  chosenEvent: string | null,
  lasting: (path: string) => string = (path) => path,
): Suggestions {
  const likely = likelyEvents(draft, known);
  const sameEvent = known.events.find(({ reference }) => reference === chosenEvent) ?? null;
  const references = referencesBeside(known.taken);
  const sameAgreements = matchAgreements(draft, known, sameEvent);
  const given: Suggesting = { draft, known, sameEvent, references, lasting, sameAgreements };
  const choices = [
    ofDocument(draft, known),
    ...suggestSameEvent(likely),
    ...suggestOrganisations(draft, known, references),
    ...suggestPeople(given),
    ...suggestEvent(given),
    ...suggestAgreements(given),
    ...suggestCommitments(given),
    ...suggestContributions(given),
    ...suggestFigures(given),
    ...suggestOrientations(given),
    ...suggestDoubts(given),
    ...suggestSayings(given),
  ];
  return { choices, likely, sameEvent, sameAgreements, bases: references.bases };
}

/** The title is the first line that says something. */
function ofDocument({ source }: Draft, { publishedOn }: Known): Choice<"document"> {
  const first = source.text
    .split("\n")
    .map((line) => line.trim())
    .find((line) => /\p{L}{3}/u.test(line));
  const title = (first ?? source.file).slice(0, 200);
  const { year = null, month = null, day = null } = publishedOn ?? {};
  const value = {
    ...{ kind: "press" as const, title, publisher: null, address: null },
    ...(publishedOn && { publishedOn: { year, month, day } }),
  };
  return suggest("document", "file", value, "rule", [tell("why.document")]);
}
