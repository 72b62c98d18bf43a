import { only, readSharedSearch, textOf } from "../app/address.ts";

/** Things of the register, the product's own words, and the words of these screens. */
export const kinds = [
  "organisation",
  "agreement",
  "event",
  "term",
  "list",
  "indicator",
  "population",
  "measure",
  "message",
  "screen",
] as const;
export type Kind = (typeof kinds)[number];

/** What the address of the list says. */
export function readTranslationsSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    kind: kinds.find((kind) => kind === given.kind),
    state: given.state === "reviewed" ? ("reviewed" as const) : undefined,
    text: textOf(given.text),
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
}
export type TranslationsSearch = ReturnType<typeof readTranslationsSearch>;
