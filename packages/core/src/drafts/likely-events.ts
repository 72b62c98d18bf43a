// «This looks like an event that is recorded already»: found by days, place, parties and figures, across sources and
// languages, each reason said. A contradiction (another year, another region, other figures) excludes. Pure.
import type { Told } from "./choices-format.ts";
import { contradictDays, daysInCommon } from "./compare-days.ts";
import type { Draft } from "./draft-format.ts";
import { type EventPrint, isEverywhere, printOfDraft, printOfEvent } from "./event-print.ts";
import type { Known, KnownEvent } from "./known.ts";
import { tell } from "./tell.ts";

export interface LikelyEvent {
  readonly event: string;
  readonly name: string | null;
  readonly kind: string;
  readonly agreements: readonly string[];
  readonly score: number;
  readonly agrees: readonly Told[];
  readonly differs: readonly Told[];
  readonly sources: readonly { readonly document: string; readonly title: string }[];
}

/** A reason for or against, with its weight. */
interface Reason {
  readonly about: "figures" | "parties" | "agency" | "place" | "days";
  readonly points: number;
  readonly told: Told;
}

/** From this weight on an event is proposed; full marks are given at twice as much. */
const enough = 4.5;

/** The recorded events that the draft may be about, the likeliest first. */
export function likelyEvents(draft: Draft, known: Known): LikelyEvent[] {
  const here = printOfDraft(draft, known);
  const found = known.events.flatMap((event) => {
    const reasons = compare(here, printOfEvent(event), event, known);
    return reasons === null ? [] : judged(event, reasons);
  });
  return found.toSorted((a, b) => b.score - a.score || a.event.localeCompare(b.event));
}

function judged(event: KnownEvent, reasons: readonly Reason[]): LikelyEvent[] {
  const agrees = reasons.filter(({ points }) => points > 0);
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  const has = (about: Reason["about"]) => agrees.some((reason) => reason.about === about);
  const kinds = [has("figures"), has("parties"), has("place") && has("days")].filter(Boolean).length;
  if (points < enough || kinds < 2) return [];
  const { reference, name, kind, agreements, sources } = event;
  return [
    {
      ...{
        event: reference,
        name,
        kind,
        agreements,
        score: Math.round(Math.min(1, points / (2 * enough)) * 100) / 100,
      },
      agrees: agrees.map(({ told }) => told),
      differs: reasons.filter(({ points: weight }) => weight <= 0).map(({ told }) => told),
      sources: sources.map(({ document, title }) => ({ document, title })),
    },
  ];
}

/** The reasons for and against; null when the two cannot be one event. */
function compare(here: EventPrint, there: EventPrint, event: KnownEvent, known: Known): Reason[] | null {
  if (contradictDays(here, there) || here.recalls) return null;
  if (familyOf(here.kind) !== familyOf(there.kind) && here.kind !== null) return null;
  const parts = [
    comparePlaces(here, there),
    compareFigures(here, there),
    compareParties(here, there, event, known),
    compareDays(here, there),
  ];
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

/** Committees and fairs are held beside ceremonies, never instead of them. */
const families: Readonly<Record<string, string>> = {
  ...{
    committee: "meeting",
    board_meeting: "meeting",
    council_session: "meeting",
    progress_meeting: "meeting",
  },
  job_fair: "fair",
};
const familyOf = (kind: string | null) => families[kind ?? ""] ?? "public";

function comparePlaces({ place: here }: EventPrint, { place: there }: EventPrint): Reason[] | null {
  if (!here || !there) return [];
  const [a = "", b = ""] = [here.path[0], there.path[0]];
  if (!here.path.includes(b) && !there.path.includes(a)) return null;
  const narrow = here.kind !== "nation" && there.kind !== "nation";
  return [
    {
      about: "place",
      points: narrow ? 1.5 : 0.5,
      told: tell("like.place", { here: here.nameFr, there: there.nameFr }),
    },
  ];
}

function compareFigures(here: EventPrint, there: EventPrint): Reason[] | null {
  if (here.figures.length === 0 || there.figures.length === 0) return [];
  const theirs = new Map(there.figures.map((one) => [one.key, one]));
  const same = [
    ...new Map(here.figures.filter(({ key }) => theirs.has(key)).map((one) => [one.key, one])).values(),
  ];
  if (same.length === 0) return null;
  const agree: Reason = {
    about: "figures",
    points: Math.min(6, 1.5 + 1.5 * same.length),
    told: tell("like.figures", {
      count: same.length,
      here: same.map(({ words }) => words).join(" · "),
      there: same.map(({ key }) => theirs.get(key)?.words ?? "").join(" · "),
    }),
  };
  const other = here.figures.filter(({ key }) => !theirs.has(key));
  if (other.length === 0) return [agree];
  const words = other.map((one) => one.words).join(" · ");
  return [
    agree,
    { about: "figures", points: -0.5 * other.length, told: tell("differ.figures", { here: words }) },
  ];
}

function compareParties(
  here: EventPrint,
  there: EventPrint,
  event: KnownEvent,
  known: Known,
): Reason[] | null {
  const byReference = new Map(known.organisations.map((one) => [one.reference, one]));
  const common = [...here.organisations].filter((reference) => there.organisations.has(reference));
  const telling = common.filter((reference) => !isEverywhere(byReference.get(reference)));
  const others = [...here.organisations].filter(
    (reference) => !there.organisations.has(reference) && !isEverywhere(byReference.get(reference)),
  );
  const strangers = here.strangers.filter((name) => couldBeNamed(name, event, byReference));
  const bound = event.organisations.some((reference) => !isEverywhere(byReference.get(reference)));
  if (telling.length === 0 && bound && others.length + strangers.length > 0) return null;
  const name = (reference: string) => byReference.get(reference)?.name ?? reference;
  const everyday = common.filter((reference) => !telling.includes(reference));
  const agree: Reason[] = [
    ...(telling.length === 0
      ? []
      : [reason("parties", Math.min(4.5, 1.5 * telling.length), telling.map(name))]),
    ...(everyday.length === 0 ? [] : [reason("agency", 0.5, everyday.map(name))]),
  ];
  if (others.length + strangers.length === 0) return agree;
  const names = [...others.map(name), ...strangers].join(" · ");
  const weight = Math.max(-3, -0.5 * (others.length + strangers.length));
  return [...agree, { about: "parties", points: weight, told: tell("differ.parties", { names }) }];
}

const reason = (about: "parties" | "agency", points: number, names: readonly string[]): Reason => ({
  ...{ about, points },
  told: tell(`like.${about}`, { names: names.join(" · ") }),
});

/** Whether a name that nobody of the event bears speaks against it: only if they have names in its script. */
function couldBeNamed(
  name: string,
  event: KnownEvent,
  byReference: ReadonlyMap<string, Known["organisations"][number]>,
): boolean {
  const isArabic = (word: string) => /\p{Script=Arabic}/u.test(word);
  return event.organisations.some((reference) => {
    const organisation = byReference.get(reference);
    if (!organisation || isEverywhere(organisation)) return false;
    return organisation.folded.some((one) => isArabic(one) === isArabic(name));
  });
}

function compareDays(here: EventPrint, there: EventPrint): Reason[] {
  const common = daysInCommon(here, there);
  if (common === null) return [];
  return [{ about: "days", points: common.points, told: tell(`like.${common.what}`, common.params) }];
}
