// What every address may say beside its path: the space, and the language.
import { isLocale, type Locale } from "../language/locale.ts";

export type Space = "real" | "simulated";

export interface SharedSearch {
  /** Absent: real announcements. */
  readonly space?: "simulated";
  readonly lang?: Locale;
}

type Given = Readonly<Record<string, unknown>>;

export function readSharedSearch(given: Given): SharedSearch {
  return {
    space: given.space === "simulated" ? ("simulated" as const) : undefined,
    lang: isLocale(given.lang) ? given.lang : undefined,
  };
}

/** A text of the address, or undefined: the router reads a bare number as a number. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A day of the address, YYYY-MM-DD, or undefined. */
export function dayOf(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/**
 * What an address says, as it is understood. Nothing is taken away: a word that is not understood stays, undefined, for the
 * router lays it over what was written, and writes no address with what is undefined. It only tells the types that every
 * word may be absent, so that a link names those alone that it sets; written at the object, they are not said twice.
 */
export const only = <Search extends object>(search: Search): Partial<Search> => search;

/** A list of which the address says the page. */
export const readPagedSearch = (given: Given) =>
  only({
    ...readSharedSearch(given),
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
