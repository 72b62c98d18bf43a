// Who of the vault may be one and the same person. Her fields are opened here and compared here: nothing that is derived
// from a name is kept, and nothing of a name is given back.
import { consonantsOf, foldName, names } from "@iltizam/reference";
import { sql } from "kysely";
import { type Context, type Db, rows, type Space } from "../kernel/index.ts";
import type { PersonFields } from "./model.ts";
import { openPerson } from "./open-person.ts";
import type { VaultRow } from "./store.ts";

/** In what two persons are alike, the surest first. */
export const likenesses = ["phone", "mail", "name_and_year", "near_name"] as const;
export type Likeness = (typeof likenesses)[number];

export interface NearPair {
  readonly subjects: readonly [string, string];
  readonly why: readonly Likeness[];
}

/** More persons than this who are alike in one thing are alike in something common: a help desk's phone, a frequent name. */
export const mostAlike = 12;
const atOnce = 2_000;

interface Alike {
  readonly subject: string;
  readonly sex: string | undefined;
  readonly year: string | undefined;
}

/**
 * Pairs of named persons who may be one: same name and year of birth, a spelling of it and the same day of birth, the
 * same phone or mail where neither sex nor year of birth says otherwise. Opens every person of the space.
 * @throws `people.keys_missing`, `people.key_unknown`
 */
export async function nearPersons(
  ctx: Context & { readonly tx: Db },
  space: Space,
): Promise<{ pairs: NearPair[]; tooMany: number }> {
  const groups = new Map<string, Alike[]>();
  for (let after: string | null = null; ; ) {
    const page: VaultRow[] = await readPage(ctx.tx, space, after);
    for (const row of page) group(groups, row.subject_id, (await openPerson(ctx, row)).fields);
    after = page.at(-1)?.subject_id ?? null;
    if (page.length < atOnce) return pairsOf(groups);
  }
}

const readPage = (tx: Db, space: Space, after: string | null) =>
  rows(
    tx,
    sql<VaultRow>`
      select v.* from vault_persons v join subjects s on s.id = v.subject_id
      where s.space = ${space} and (${after}::uuid is null or v.subject_id > ${after}::uuid)
      order by v.subject_id limit ${atOnce}`,
  );

function group(groups: Map<string, Alike[]>, subject: string, fields: PersonFields): void {
  const one = { subject, sex: fields.sex, year: fields.birthDate?.slice(0, 4) };
  for (const key of new Set(keysOf(fields))) {
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [one]);
    else there.push(one);
  }
}

/** What is compared, each with the likeness it shows. */
export function keysOf({ name, nameAr, birthDate, phone, mail }: PersonFields): string[] {
  const keys: [Likeness, string][] = [];
  const digits = phone?.normalize("NFKC").replaceAll(/\D/gu, "") ?? "";
  if (digits.length >= 9) keys.push(["phone", digits.slice(-9)]);
  if (mail !== undefined) keys.push(["mail", mail.toLowerCase()]);
  if (birthDate !== undefined) {
    const year = birthDate.slice(0, 4);
    for (const text of [name, nameAr ?? ""].filter((told) => told !== ""))
      keys.push(["name_and_year", `${inOrder(foldName(text))} ${year}`]);
    keys.push(["near_name", `${inOrder(foldName(name), spelling)} ${birthDate}`]);
  }
  return keys.map(([likeness, value]) => `${likeness}:${value}`);
}

/** First and last name come in either order, and with the article or without. */
const inOrder = (folded: string, as: (word: string) => string = (word) => word) =>
  folded
    .split(" ")
    .filter((word) => !/^(?:[ae]?l|ال)$/u.test(word))
    .map(as)
    .sort()
    .join(" ");

/** One sign for all spellings of a name: that of the list where it has the name, else its consonants. */
const spelling = (word: string): string =>
  spellings().get(word) ?? consonantsOf(word.replace(/^[ae]l(?=\p{L}{4})/u, ""));

let known: ReadonlyMap<string, string> | undefined;
function spellings(): ReadonlyMap<string, string> {
  known ??= new Map(
    names()
      .variants.filter(({ distance }) => distance === 0)
      .map(({ latin, group: of }) => [foldName(latin), consonantsOf(of.slice(of.indexOf(":") + 1))]),
  );
  return known;
}

const differ = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && one !== other;

function pairsOf(groups: ReadonlyMap<string, readonly Alike[]>): { pairs: NearPair[]; tooMany: number } {
  const found = new Map<string, { subjects: [string, string]; why: Set<Likeness> }>();
  let tooMany = 0;
  for (const [key, alike] of groups) {
    if (alike.length > mostAlike) tooMany += 1;
    else for (const pair of pairsAmong(alike)) add(found, pair, key);
  }
  const pairs = [...found.values()].map(({ subjects, why }) => ({
    subjects,
    why: likenesses.filter((likeness) => why.has(likeness)),
  }));
  // those alike in most things first; then always the same order
  const byLikeness = (one: NearPair, other: NearPair) =>
    other.why.length - one.why.length || one.subjects.join().localeCompare(other.subjects.join());
  return { pairs: pairs.sort(byLikeness), tooMany };
}

/** Everybody is read in the order of her subject, so that a pair comes in one order. */
const pairsAmong = (alike: readonly Alike[]) =>
  alike.flatMap((one, place) =>
    alike
      .slice(place + 1)
      .filter((other) => !differ(one.sex, other.sex) && !differ(one.year, other.year))
      .map((other): [string, string] => [one.subject, other.subject]),
  );

function add(
  found: Map<string, { subjects: [string, string]; why: Set<Likeness> }>,
  subjects: [string, string],
  key: string,
): void {
  const likeness = likenesses.find((one) => key.startsWith(`${one}:`));
  if (likeness === undefined) return;
  const id = subjects.join(" ");
  const pair = found.get(id) ?? { subjects, why: new Set() };
  found.set(id, pair);
  pair.why.add(likeness);
}
