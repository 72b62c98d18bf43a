// Where the figures that are no promises, the orientations and the doubts of a draft stand. Pure.
import type { Choice } from "./choices-format.ts";
import type { Draft } from "./draft-format.ts";
import type { KnownPlace, TerritoryCode } from "./known.ts";
import { groupsIn } from "./suggest-groups.ts";
import { type Suggesting, suggest } from "./suggestion.ts";
import { tell } from "./tell.ts";

/** The agreement that the text is first about: what is signed or planned, the group before its members. */
function mainRef(draft: Draft): string | null {
  const [group] = groupsIn(draft);
  const told = draft.instruments.filter(({ status }) => status?.value !== "existing");
  const first = told[0] ?? draft.instruments[0];
  if (group && (!first || group.members.includes(first.ref))) return group.ref;
  return first?.ref ?? draft.frameworks[0]?.ref ?? null;
}

/** The one region that the text names, if it is one. */
function onlyRegion(places: ReadonlyMap<string, KnownPlace>): TerritoryCode | null {
  const regions = new Map(
    [...places.values()].filter(({ kind }) => kind === "region").map((place) => [place.path[0], place]),
  );
  const [only] = regions.values();
  return regions.size === 1 && only ? { scheme: only.scheme, code: only.code } : null;
}

export function suggestFigures(given: Suggesting): Choice<"figure">[] {
  const territory = onlyRegion(given.known.places);
  const nothing = { organisation: null, saidBy: null, sectors: [], sectorsExhaustive: false, subject: null };
  return given.draft.otherFigures.map(({ ref }) =>
    suggest("figure", ref, { ...nothing, territory, agreement: null }, "rule", [tell("why.no_promise")]),
  );
}

export function suggestOrientations(given: Suggesting): Choice<"orientation">[] {
  const agreement = mainRef(given.draft);
  return given.draft.orientations.map((orientation, index) => {
    const author = orientation.author?.value ?? null;
    const person = given.draft.attendees.findIndex(
      ({ name, title }) =>
        author !== null && [name?.value, title?.value].some((words) => words && author.includes(words)),
    );
    const place = author === null ? null : agreement;
    const value = { agreement: place, author: person >= 0 ? given.lasting(`attendees.${person}`) : null };
    const why = [
      tell(place === null ? "why.orientation_homeless" : "why.orientation", { path: place ?? "" }),
    ];
    return suggest("orientation", given.lasting(`orientations.${index}`), value, "rule", why);
  });
}

/** A doubt is kept with both readings, none adopted, unless the reviewer says otherwise. */
export function suggestDoubts(given: Suggesting): Choice<"doubt">[] {
  return given.draft.doubts.map((doubt, index) => {
    const about = given.lasting(`doubts.${index}`);
    const value = { ...objectOf(given.draft, doubt), reading: null };
    return suggest("doubt", about, value, "rule", [tell("why.doubt")]);
  });
}

/** The doubt is about what its passages give: a count, an amount, a target; else about the event or the text's agreement. */
function objectOf(draft: Draft, doubt: Draft["doubts"][number]): { object: string; field: string } {
  const quoted = doubt.passages.map(({ text }) => text);
  const gives = (given: { passage: { text: string } } | null) =>
    given !== null && quoted.includes(given.passage.text);
  const counted = draft.instruments.find(({ count }) => gives(count));
  if (counted) return { object: counted.ref, field: "stands_for" };
  for (const kind of ["targets", "amounts"] as const) {
    const index = draft.shared[kind].findIndex(({ value }) => gives(value));
    const field = kind === "targets" ? "target" : "amount";
    if (index >= 0) return { object: `shared.${kind}.${index}`, field };
    for (const [at, instrument] of draft.instruments.entries()) {
      const own = instrument[kind].findIndex(({ value }) => gives(value));
      if (own >= 0) return { object: `instruments.${at}.${kind}.${own}`, field };
    }
  }
  const figure = draft.otherFigures.find(({ value }) => gives(value));
  if (figure) return { object: figure.ref, field: "unit" };
  return { object: mainRef(draft) ?? "event", field: "other" };
}
