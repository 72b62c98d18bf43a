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
  const choices: Choice<"organisation">[] = [];
  for (const body of bodiesIn(draft)) {
    const found = findKnown(body, known);
    const names = foldedNames(body, known);
    const before = made.find(({ folded }) => names.some((name) => folded.has(name)))?.value;
    const council = found || before ? null : councilMeant(body, known, choices);
    if (found) {
      const basis = found.exact ? "register" : "inferred";
      choices.push(choice(body, asKnown(body, found.organisation), basis, found));
    } else if (before)
      choices.push(choice(body, { ...before, otherNames: [...before.otherNames] }, "rule", null));
    else if (council) choices.push(choice(body, { ...council, otherNames: [] }, "inferred", null));
    else {
      const value = asNew(body, known, references);
      made.push({ folded: new Set(names), value });
      choices.push(choice(body, value, body.behind || body.kind === null ? "inferred" : "rule", null));
    }
  }
  return choices;
}

/** « le président de la région » presides the one council that the text names. */
function councilMeant(
  body: Body,
  known: Known,
  choices: readonly Choice<"organisation">[],
): Organisation | null {
  if (!body.behind || bodyOfTitle(body.words)?.kind !== "regional_council" || placeOf(body, known))
    return null;
  const councils = choices
    .map(({ suggestion }) => suggestion)
    .filter(({ kind }) => kind === "regional_council");
  const [only, second] = new Map(councils.map((one) => [one.reference, one])).values();
  return only && !second ? only : null;
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

/** What a text puts before a company's name, and a register does not. */
const form =
  /^(?:la |le |l['’])?(?:société|entreprise|compagnie|groupe|firme|company|شركة|مجموعة|مقاولة)\s+/iu;

/** The names under which the words may stand in the register: themselves, without and within brackets, the lexicon's. */
function foldedNames(body: Body, known: Known): string[] {
  const { full, inside } = namesIn(body.words);
  const title = body.behind ? bodyOfTitle(body.words)?.name : undefined;
  const lexicon = known.lexicon.get(body.words)?.names.map(({ name }) => name) ?? [];
  const bare = full.replace(form, "");
  const names = [body.words, full, bare, ...(inside ? [inside] : []), ...(title ? [title] : []), ...lexicon];
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

const isAcronym = (name: string) => /^[A-Z]{2}[A-Za-z0-9-]{0,13}$/.test(name);

/** The words of the text, the acronym, and one name in Arabic: what texts call it by. */
function otherNamesOf(words: string, official: string, lexicon: LexiconBody | null): OtherName[] {
  const { full, inside } = namesIn(words);
  const short = lexicon?.names.find(({ name }) => isAcronym(name))?.name;
  const arabic = lexicon?.names.find(({ language }) => language === "ar")?.name;
  const seen = new Set([foldName(official)]);
  return [full, inside, short, arabic].flatMap((name) => {
    if (!name || seen.has(foldName(name))) return [];
    seen.add(foldName(name));
    return [
      { name, language: languageOf(name), kind: isAcronym(name) ? ("acronym" as const) : ("alias" as const) },
    ];
  });
}

/** Bodies of the whole country, and those of one territory; the others are where they are, which a name does not say. */
const national: ReadonlySet<string> = new Set([
  "public_employment_service",
  "ministry",
  "state",
  "public_agency",
]);
const territorial = /council$|^regional_government$|^territorial_authority$/;

function seatOf(
  kind: string,
  place: KnownPlace | null,
  known: Known,
  country: string,
): Organisation["territory"] {
  if (territorial.test(kind)) return place && { scheme: place.scheme, code: place.code };
  return national.has(kind) && country === known.country ? { scheme: "iso3166", code: country } : null;
}

function asNew(body: Body, known: Known, references: References): Organisation {
  const { words } = body;
  const lexicon = known.lexicon.get(words) ?? null;
  const title = body.behind ? bodyOfTitle(words) : null;
  const place = placeOf(body, known);
  const given = lexicon?.kind ?? body.kind ?? title?.kind ?? "other";
  const kind = organisationKind.safeParse(given).data ?? "other";
  const inFrench = lexicon?.names.filter(({ language }) => language === "fr").map(({ name }) => name) ?? [];
  const official =
    inFrench.find((name) => !isAcronym(name)) ?? title?.name ?? inFrench[0] ?? namesIn(words).full;
  const short = lexicon?.names.find(({ name }) => isAcronym(name))?.name;
  const reference = references.free(organisationBase(short ?? title?.name ?? words, kind, place));
  const country = lexicon?.country || known.country;
  return {
    ...{ reference, known: false, kind, name: capitalised(official), country, parent: null },
    territory: seatOf(kind, place, known, country),
    otherNames: title ? [] : otherNamesOf(words, official, lexicon),
  };
}

const capitalised = (name: string) => name.slice(0, 1).toLocaleUpperCase("fr") + name.slice(1);

/** The place that the words name. */
export function placeOf({ words }: Pick<Body, "words">, known: Known): KnownPlace | null {
  const inside = [...known.places].filter(([name]) => words.includes(name));
  return inside.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? null;
}
