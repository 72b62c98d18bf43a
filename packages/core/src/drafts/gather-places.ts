// The places that a draft names, found in the register by their names in any language.
import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type Db, rows, type Space } from "../kernel/index.ts";
import { bodiesIn } from "./bodies.ts";
import type { Draft } from "./draft-format.ts";
import type { KnownPlace } from "./known.ts";

/** Words of a draft in which a place may stand: alone (a town counts), or within a name (regions and provinces only). */
export interface PlaceWords {
  readonly alone: readonly string[];
  readonly within: readonly string[];
}

export function placeWords(draft: Draft): PlaceWords {
  const { event, instruments, frameworks, attendees, source } = draft;
  const signed = instruments.map(({ signedAt }) => signedAt?.value);
  const names = [
    ...bodiesIn(draft).map(({ words }) => words),
    ...frameworks.map(({ name }) => name?.value),
    ...instruments.map(({ object }) => object?.value),
    ...attendees.map(({ title }) => title?.value),
    source.text.split("\n").find((line) => line.trim() !== ""),
  ];
  const given = (words: (string | null | undefined)[]) =>
    [...new Set(words.filter((one) => typeof one === "string" && one !== ""))] as string[];
  return { alone: given([event?.place?.value, ...signed]), within: given(names) };
}

/** A place has at most five words: Tanger-Tétouan-Al Hoceïma. */
const longestName = 6;

/** All runs of words in a name, as they stand there. */
function runsIn(words: string): string[] {
  const found = [...words.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)];
  return found.flatMap((first, at) =>
    found.slice(at, at + longestName).map((last) => words.slice(first.index, last.index + last[0].length)),
  );
}

type PlaceRow = Omit<KnownPlace, "path"> & { readonly folded: string; readonly path: string[] };

const ranks = ["nation", "region", "province", "commune", "abroad"];

/** The places by the words in which they stand; of one name the widest place, as texts mean it. */
export async function gatherPlaces(
  db: Db,
  space: Space,
  words: PlaceWords,
): Promise<Map<string, KnownPlace>> {
  const runs = words.within.flatMap(runsIn).filter((run) => run.length >= 3);
  const wanted = new Map([...runs, ...words.alone].map((run) => [run, foldName(run)]));
  const folded = [...new Set(wanted.values())].filter((name) => name !== "");
  const found = await rows(
    db,
    sql<PlaceRow>`
      select n.folded, t.scheme, t.code, t.kind, t.name_fr as "nameFr",
             array(select up.scheme || ':' || up.code
                   from unnest(territory_path(t.id)) with ordinality as above (id, n)
                   join territories up on up.id = above.id order by above.n) as path
      from territory_names n join territories t on t.id = n.territory_id
      where t.space = ${space} and n.folded = any(${folded}::text[])
      order by t.code`,
  );
  const byName = Map.groupBy(found, (row) => row.folded);
  const alone = new Set(words.alone);
  return new Map(
    [...wanted].flatMap(([run, name]) => {
      const there = (byName.get(name) ?? []).filter(({ kind }) => alone.has(run) || kind !== "commune");
      const widest = there.toSorted((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind))[0];
      return widest ? [[run, placeOfRow(widest)] as const] : [];
    }),
  );
}

function placeOfRow({ scheme, code, kind, nameFr, path }: PlaceRow): KnownPlace {
  const own = `${scheme}:${code}`;
  return { scheme, code, kind, nameFr, path: [own, ...path.filter((one) => one !== own)] };
}
