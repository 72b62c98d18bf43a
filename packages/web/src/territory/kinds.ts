// What may lie in what, and by whose codes: the register's own rules, said before a form is sent.
import type { Sent } from "../api/answers.ts";

export type PlaceKind = Sent<"/api/v1/territories">["kind"];
type PlaceType = NonNullable<Sent<"/api/v1/territories">["type"]>;

/** What may be added in a place of this kind; at the top a nation or a foreign country. */
export function kindsUnder(parent: string | undefined): readonly PlaceKind[] {
  if (parent === undefined) return ["abroad", "nation"];
  const below: Readonly<Record<string, PlaceKind>> = {
    ...{ nation: "region", region: "province", province: "commune" },
  };
  const kind = below[parent];
  return kind === undefined ? [] : [kind];
}

export function typesOf(kind: PlaceKind): readonly PlaceType[] {
  if (kind === "province") return ["province", "prefecture"];
  return kind === "commune" ? ["rural", "urban"] : [];
}

/** Whose codes name what stands at the top: countries. */
export const topScheme = "iso3166";
