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
    ...(given.space === "simulated" && { space: "simulated" as const }),
    ...(isLocale(given.lang) && { lang: given.lang }),
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

/** The search part without what is undefined, so that addresses stay short. */
export function only<Search extends object>(search: Search): Partial<Search> {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  ) as Partial<Search>;
}

/** A list of which the address says the page. */
export const readPagedSearch = (given: Given) =>
  only({
    ...readSharedSearch(given),
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
