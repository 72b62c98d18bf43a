// What is seen, in sentences of three languages; how much of it stands beside them in numbers.
import { type Locale, message, type Role, roleLabel } from "../kernel/index.ts";
import type { Place } from "./model.ts";

interface Seen {
  readonly grants: readonly {
    readonly role: Role;
    readonly places: readonly Place[];
    readonly reads: readonly string[];
    readonly acts: readonly string[];
  }[];
  readonly identities: boolean;
  readonly sensitivePopulations: boolean;
  readonly changesSomething: boolean;
}

export const inWords = (seen: Seen) => ({
  fr: sentences("fr", seen),
  ar: sentences("ar", seen),
  en: sentences("en", seen),
});

/** What a right is called: `agreements.sign` is «establish that an agreement is signed». */
export const rightLabel = (locale: Locale, right: string): string =>
  message(locale, "access", `right.${right}`);

/** What an area is called: `funding` is «money». */
export const areaLabel = (locale: Locale, area: string): string => message(locale, "access", `area.${area}`);

function sentences(locale: Locale, seen: Seen): string[] {
  const areas = (names: readonly string[]) => names.map((name) => areaLabel(locale, name));
  const ofGrants = seen.grants.flatMap(({ role, places, reads, acts }) => {
    const who = { role: roleLabel(locale, role), places: places.map(({ name }) => name[locale] ?? name.fr) };
    const where = places.length === 0 ? "grant.everywhere" : "grant.there";
    if (reads.length === 0) return [message(locale, "access", "grant.nothing", who)];
    const read = message(locale, "access", where, { ...who, reads: areas(reads) });
    return acts.length === 0
      ? [read]
      : [read, message(locale, "access", "grant.acts", { acts: areas(acts) })];
  });
  if (ofGrants.length === 0) ofGrants.push(message(locale, "access", "grant.none"));
  return [
    ...ofGrants,
    message(locale, "access", seen.identities ? "identities.yes" : "identities.no"),
    message(locale, "access", seen.sensitivePopulations ? "sensitive.yes" : "sensitive.no"),
    ...(seen.changesSomething ? [] : [message(locale, "access", "changes.no")]),
  ];
}
