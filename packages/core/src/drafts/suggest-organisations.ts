// Who is meant by the words of a text: an organisation of the register found by its names, or a new one under them. Pure.
import { foldName, type NameLanguage, organisationKind } from "../organisations/index.ts";
import { type Body, bodiesIn, bodyOfTitle } from "./bodies.ts";
import { type Choice, type ChoiceValue, choicePath } from "./choices-format.ts";
import type { Draft } from "./draft-format.ts";
import type { Known, KnownOrganisation, KnownPlace, LexiconBody } from "./known.ts";
import { namesIn, organisationBase, type References } from "./suggest-references.ts";
import { tell } from "./tell.ts";

type Organisation = ChoiceValue<"organisation">;
type OtherName = Organisation["otherNames"][number];

const languageOf = (name: string): NameLanguage => (/\p{Script=Arabic}/u.test(name) ? "ar" : "fr");

/** Kinds of which a territory has one, so that kind and place name it in any language. */
const onePerPlace: ReadonlySet<string> = new Set([
  "regional_council",
  "provincial_council",
  "prefectural_council",
  "regional_government",
]);

/** One choice for each wording; wordings that mean one new body share its reference. */
export function suggestOrganisations(
  draft: Draft,
  known: Known,
  references: References,
): Choice<"organisation">[] {
  const made: { readonly folded: ReadonlySet<string>; readonly value: Organisation }[] = [];
  return bodiesIn(draft).map((body) => {
    const found = findKnown(body, known);
    if (found)
      return choice(body, asKnown(body, found.organisation), found.exact ? "register" : "inferred", found);
    const names = foldedNames(body, known);
    const before = made.find(({ folded }) => names.some((name) => folded.has(name)));
    if (before)
      return choice(body, { ...before.value, otherNames: [...before.value.otherNames] }, "rule", null);
    const value = asNew(body, known, references);
    made.push({ folded: new Set(names), value });
    return choice(body, value, body.behind || body.kind === null ? "inferred" : "rule", null);
  });
}

interface Found {
  readonly organisation: KnownOrganisation;
  readonly exact: boolean;
}

function choice(
  body: Body,
  suggestion: Organisation,
  basis: Choice["basis"],
  found: Found | null,
): Choice<"organisation"> {
  const { words } = body;
  const code = found
    ? found.exact
      ? "why.name_known"
      : "why.name_close"
    : body.behind
      ? "why.body_behind"
      : "why.body_new";
  const why = [tell(code, { words, name: suggestion.name, reference: suggestion.reference })];
  return {
    path: choicePath("organisation", words),
    kind: "organisation",
    about: words,
    suggestion,
    basis,
    why,
  };
}

/** The names under which the words may stand in the register: themselves, without and within brackets, the lexicon's. */
function foldedNames(body: Body, known: Known): string[] {
  const { full, inside } = namesIn(body.words);
  const title = body.behind ? bodyOfTitle(body.words)?.name : undefined;
  const lexicon = known.lexicon.get(body.words)?.names.map(({ name }) => name) ?? [];
  const names = [body.words, full, ...(inside ? [inside] : []), ...(title ? [title] : []), ...lexicon];
  return [...new Set(names.map(foldName))].filter((name) => name !== "");
}

/** The names of a body by which the register is searched, folded. */
export function searchedNames(draft: Draft, known: Pick<Known, "lexicon">): string[] {
  return bodiesIn(draft).flatMap((body) => foldedNames(body, { ...known } as Known));
}

export function findKnown(body: Body, known: Known): Found | null {
  const names = foldedNames(body, known);
  const named = (organisation: KnownOrganisation) => organisation.folded.some((name) => names.includes(name));
  const [first, second] = known.organisations.filter(named);
  if (first && !second) return { organisation: first, exact: !body.behind };
  if (first) return { organisation: first, exact: false };
  return findByPlace(body, known) ?? findByBeginning(body, known);
}

/** The council of a region has one name a language and one kind: the place tells which one it is. */
function findByPlace(body: Body, known: Known): Found | null {
  const kind = body.kind ?? bodyOfTitle(body.words)?.kind ?? null;
  const place = placeOf(body, known);
  if (kind === null || place === null || !onePerPlace.has(kind)) return null;
  const there = known.organisations.filter(
    (one) => one.kind === kind && one.territory?.code === place.code && one.territory.scheme === place.scheme,
  );
  return there.length === 1 && there[0] ? { organisation: there[0], exact: false } : null;
}

/** « ministre de l'Inclusion économique » is the ministry whose long name begins so, when there is one. */
function findByBeginning(body: Body, known: Known): Found | null {
  const title = body.behind ? bodyOfTitle(body.words) : null;
  if (title?.kind !== "ministry") return null;
  const beginning = foldName(title.name);
  const found = known.organisations.filter(
    (one) => one.kind === "ministry" && one.folded.some((name) => name.startsWith(`${beginning} `)),
  );
  return found.length === 1 && found[0] ? { organisation: found[0], exact: false } : null;
}

function asKnown(body: Body, organisation: KnownOrganisation): Organisation {
  const { reference, kind, name, country, territory } = organisation;
  const isNew = ({ name: other }: OtherName) => !organisation.folded.includes(foldName(other));
  const otherNames = body.behind ? [] : otherNamesOf(body.words, name, null).filter(isNew);
  return { reference, known: true, kind, name, otherNames, country, territory, parent: null };
}

/** The acronym in the brackets, and the names that the lexicon has in the other languages. */
function otherNamesOf(words: string, official: string, lexicon: LexiconBody | null): OtherName[] {
  const { full, inside } = namesIn(words);
  const given = [full, ...(inside ? [inside] : []), ...(lexicon?.names.map(({ name }) => name) ?? [])];
  const seen = new Set([foldName(official)]);
  return given.flatMap((name) => {
    if (seen.has(foldName(name))) return [];
    seen.add(foldName(name));
    const language = lexicon?.names.find((one) => one.name === name)?.language ?? languageOf(name);
    return [
      { name, language, kind: /^[A-Z0-9-]{2,12}$/.test(name) ? ("acronym" as const) : ("alias" as const) },
    ];
  });
}

function asNew(body: Body, known: Known, references: References): Organisation {
  const { words } = body;
  const lexicon = known.lexicon.get(words) ?? null;
  const title = body.behind ? bodyOfTitle(words) : null;
  const place = placeOf(body, known);
  const given = lexicon?.kind ?? body.kind ?? title?.kind ?? "other";
  const kind = organisationKind.safeParse(given).data ?? "other";
  const name =
    lexicon?.names.find(({ language }) => language === "fr")?.name ?? title?.name ?? namesIn(words).full;
  const official = longest(lexicon, "fr") ?? capitalised(name);
  const shortest = lexicon?.names.map((one) => one.name).find((one) => /^[A-Z][A-Z0-9-]{1,15}$/.test(one));
  const reference = references.free(organisationBase(shortest ?? words, kind, place));
  const country = lexicon?.country || known.country;
  const territory = place ? { scheme: place.scheme, code: place.code } : null;
  return {
    ...{ reference, known: false, kind, name: official, country, territory, parent: null },
    otherNames: title ? [] : otherNamesOf(words, official, lexicon),
  };
}

/** The fullest name of a language: the acronym is another name of it. */
function longest(lexicon: LexiconBody | null, language: NameLanguage): string | null {
  const names = lexicon?.names.filter((one) => one.language === language).map(({ name }) => name) ?? [];
  return names.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

const capitalised = (name: string) => name.slice(0, 1).toLocaleUpperCase("fr") + name.slice(1);

/** The place that the words name. */
export function placeOf({ words }: Pick<Body, "words">, known: Known): KnownPlace | null {
  const inside = [...known.places].filter(([name]) => words.includes(name));
  return inside.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? null;
}
