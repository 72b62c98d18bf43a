// The event of a draft in the register, who took part in it, and the year that its date leaves out. Pure.
import type { PartialDate } from "../kernel/index.ts";
import { bodyOfTitle } from "./bodies.ts";
import type { Choice, ChoiceValue } from "./choices-format.ts";
import type { Draft } from "./draft-format.ts";
import { groupsIn, standsForSeveral } from "./suggest-groups.ts";
import { placeOf } from "./suggest-organisations.ts";
import { eventBase, slug } from "./suggest-references.ts";
import { type Suggesting, suggest } from "./suggestion.ts";
import { tell } from "./tell.ts";

/** Whether the draft tells an event at all. */
export const tellsEvent = ({ event }: Draft): boolean =>
  event !== null && [event.kind, event.name, event.date, event.place].some((value) => value !== null);

/** Is it an event that is recorded already? The likeliest one is suggested, and decided by a person. */
export function suggestSameEvent(likely: readonly { readonly event: string }[]): Choice<"same_event">[] {
  const [first] = likely;
  if (!first) return [];
  const why = [tell("why.same_event", { event: first.event })];
  return [suggest("same_event", "event", { event: first.event }, "inferred", why)];
}

export function suggestEvent(given: Suggesting): Choice<"event">[] {
  const { draft, known, sameEvent } = given;
  if (!tellsEvent(draft) || draft.event === null) return [];
  const place = draft.event.place ? placeOf({ words: draft.event.place.value ?? "" }, known) : null;
  const year = draft.event.date?.value?.year ?? null;
  const where = place ? slug(place.nameFr, 14) : slug(otherBody(draft), 14) || "EVENEMENT";
  const reference =
    sameEvent?.reference ?? given.references.free(eventBase(where, draft.event.kind?.value ?? "other", year));
  const value: ChoiceValue<"event"> = {
    ...{ reference, known: sameEvent !== null, dateText: null },
    territory: place ? { scheme: place.scheme, code: place.code } : null,
    ...relationsOf(draft),
  };
  const why = sameEvent ? [tell("why.same_event", { event: reference })] : [tell("why.event_new")];
  return [suggest("event", "event", value, sameEvent ? "inferred" : "rule", why)];
}

/** The body beside the agency that the event is about. */
function otherBody(draft: Draft): string {
  const parties = draft.instruments.flatMap((instrument) => instrument.parties);
  const other = parties.find(({ kind }) => kind?.value !== "public_employment_service");
  return other?.name?.value ?? draft.event?.organisers[0]?.value ?? "";
}

/** Signed at it, announced at it (planned), in the framework of what existed before. */
function relationsOf(draft: Draft) {
  const refs = (status: string) =>
    draft.instruments
      .filter((instrument) => (instrument.status?.value ?? "signed") === status)
      .map(({ ref }) => ref);
  const signed = refs("signed");
  const groups = groupsIn(draft).filter(({ members }) => members.some((ref) => signed.includes(ref)));
  const several = draft.instruments.filter((one) => standsForSeveral(one) && signed.includes(one.ref));
  return {
    announced: [...refs("planned"), ...several.map(({ ref }) => ref)],
    signed: [...groups.map(({ ref }) => ref), ...signed],
    discussed: draft.frameworks.map(({ ref }) => ref),
    decided: [],
    frameworks: refs("existing"),
  };
}

/** One choice for each attendee: an office-holder of a body, or a category that the text does not name. */
export function suggestPeople(given: Suggesting): Choice<"person">[] {
  return given.draft.attendees.map(({ name, title }, index) => {
    const about = given.lasting(`attendees.${index}`);
    const words = title?.value ?? null;
    const organisation = words !== null && bodyOfTitle(words) ? words : null;
    if (words === null || organisation === null) {
      return suggest("person", about, null, "inferred", [
        tell("why.person_unplaced", { words: words ?? name?.value ?? "—" }),
      ]);
    }
    const person = { key: about, organisation, name: name?.value ?? null, function: words };
    return suggest("person", about, person, "rule", [tell("why.person", { words })]);
  });
}

const noDate = { year: null, month: null, day: null, weekday: null };

/**
 * The year of a day that is written without one: that of the same event as it is recorded, or of the publication, when
 * the weekday agrees.
 */
export function suggestSayings(given: Suggesting): Choice<"say">[] {
  const { draft, known, sameEvent } = given;
  const date = draft.event?.date;
  if (!date?.value || date.value.year !== null) return [];
  const published = draft.source.publishedOn?.value ?? known.publishedOn;
  const recorded = sameEvent?.date.year ? { date: sameEvent.date, code: "why.year_of_event" } : null;
  const found = recorded ?? (published && withYear(date.value, published, "why.year_of_publication"));
  if (!found) return [];
  const missing = onlyMissing(date.value, found.date);
  const why = tell(found.code, { year: missing.year ?? 0, words: date.passage.text });
  const value = {
    value: missing,
    passage: date.passage,
    as: "inferred" as const,
    why: why[draft.source.language],
  };
  const say = (about: string, field: string): ChoiceValue<"say"> => ({
    ...{ about, field, value, saidBy: null, indicator: null, unit: null, qualifier: null, populations: [] },
  });
  const signed = draft.instruments.filter(
    ({ signedOn }) => JSON.stringify(signedOn?.value) === JSON.stringify(date.value),
  );
  return [
    suggest("say", "event.date", say("event", "date"), "inferred", [why]),
    ...signed.map(({ ref }) => suggest("say", `${ref}.signed_on`, say(ref, "signed_on"), "inferred", [why])),
  ];
}

/** What the other date knows and this one does not. */
function onlyMissing(said: PartialDate, found: PartialDate): PartialDate {
  const part = (name: keyof PartialDate) => (said[name] === null && name !== "weekday" ? found[name] : null);
  return { ...noDate, year: part("year"), month: part("month"), day: part("day") };
}

/** The year of the publication, or the one before it, in which the day falls on its weekday and not after it. */
function withYear(date: PartialDate, published: PartialDate, code: string) {
  const { month, day, weekday } = date;
  if (published.year === null || month === null || day === null) return null;
  const isBefore = (year: number) =>
    year < (published.year ?? 0) || published.month === null || month <= published.month;
  const fits = (year: number) =>
    isBefore(year) &&
    (weekday === null || new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday % 7);
  const year = [published.year, published.year - 1].find(fits);
  return year === undefined ? null : { date: { ...noDate, year }, code };
}
