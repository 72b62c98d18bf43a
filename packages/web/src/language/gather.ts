export type Catalogue = Readonly<Record<string, string>>;

/** The messages of every area in one catalogue. */
export function gather(areas: Readonly<Record<string, unknown>>): Catalogue {
  return Object.assign({}, ...Object.values(areas));
}
