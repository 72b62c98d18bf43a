// References by rule: from an acronym, from the words of a name, or from the place, the kind and the next free number.
// Nothing in them is made up for one text. Pure.
import { foldName } from "../organisations/index.ts";
import type { KnownPlace } from "./known.ts";

/** Gives references that nobody has, and remembers those that it gave. */
export interface References {
  /** This one, or with the next number after it. */
  free(base: string): string;
  /** The base with a number in any case: CASABLANCA-CONV-1. */
  numbered(base: string): string;
  /** What was asked for. */
  readonly bases: ReadonlySet<string>;
}

/** @param taken the references of the register */
export function referencesBeside(taken: ReadonlySet<string>): References {
  const given = new Set<string>();
  const bases = new Set<string>();
  const isFree = (reference: string) => !taken.has(reference) && !given.has(reference);
  const keep = (reference: string) => {
    given.add(reference);
    return reference;
  };
  const numbered = (base: string, first = 1) => {
    bases.add(base);
    let number = first;
    while (!isFree(`${base}-${number}`)) number += 1;
    return keep(`${base}-${number}`);
  };
  return {
    bases,
    numbered: (base) => numbered(base),
    free(base) {
      bases.add(base);
      return isFree(base) ? keep(base) : numbered(base, 2);
    },
  };
}

const little = new Set(
  "a an and au aux d de des du en et for in l la le les of on par pour sur the".split(" "),
);

/** The telling words of a name in Latin letters, as many as fit: « Fondation marocaine de l'éducation » → FONDATION-MAROCAINE-EDUCATION. */
export function slug(name: string, most = 24): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "" && !little.has(word.toLowerCase()));
  let fitting = "";
  for (const word of words) {
    const longer = fitting === "" ? word : `${fitting}-${word}`;
    if (longer.length > most) break;
    fitting = longer;
  }
  return fitting === "" ? (words[0] ?? "").slice(0, most) : fitting;
}

/** The acronym of a name: the capitals in its brackets, or the name itself when it is one word of capitals. */
export function acronymOf(name: string): string | null {
  const inside = /\(([^()]{2,20})\)/.exec(name)?.[1]?.trim();
  const candidate = inside ?? name.trim();
  return /^[A-Z]{2}[A-Za-z0-9-]{0,13}$/.test(candidate) ? candidate.toUpperCase() : null;
}

/** The words before the brackets, and those inside. */
export function namesIn(words: string): { full: string; inside: string | null } {
  const found = /^(.*?)\s*\(([^()]+)\)\s*$/u.exec(words);
  return found ? { full: found[1] ?? words, inside: found[2] ?? null } : { full: words, inside: null };
}

const kindSlugs: Readonly<Record<string, string>> = {
  regional_council: "CONSEIL",
  provincial_council: "CONSEIL",
  prefectural_council: "CONSEIL",
  ministry: "MINISTERE",
  state: "ETAT",
  territorial_authority: "AUTORITE",
};

/** What the reference of an organisation is made of. */
export function organisationBase(words: string, kind: string, place: KnownPlace | null): string {
  const acronym = acronymOf(words);
  if (acronym !== null) return acronym;
  const council = kindSlugs[kind];
  if (council === "CONSEIL" && place !== null) return `CONSEIL-${slug(place.nameFr, 23)}`;
  const latin = slug(namesIn(words).full);
  return latin.length >= 2 ? latin : kind.replaceAll("_", "-").toUpperCase().slice(0, 24);
}

const eventSlugs: Readonly<Record<string, string>> = {
  seminar: "SEMINAIRE",
  regional_assizes: "ASSISES",
  study_visit: "VISITE",
  official_visit: "VISITE",
  signing_ceremony: "SIGNATURE",
  conference: "CONFERENCE",
  launch_ceremony: "LANCEMENT",
  progress_meeting: "REUNION",
  job_fair: "FORUM-EMPLOI",
  press_release: "COMMUNIQUE",
  forum: "FORUM",
  council_session: "SESSION",
  board_meeting: "CONSEIL-ADM",
  committee: "COMITE",
};

export const eventBase = (where: string, kind: string, year: number | null): string =>
  [where.slice(0, 14).replace(/-$/, ""), eventSlugs[kind] ?? "RENCONTRE", year].filter(Boolean).join("-");

const typeSlugs: Readonly<Record<string, string>> = {
  letter_of_intent: "LI",
  mou: "MOU",
  framework_agreement: "AC",
  convention: "CONV",
  tripartite_convention: "CONV",
  contract_programme: "CP",
  protocol: "PROT",
  partnership_agreement: "AP",
  intergovernmental_agreement: "AI",
};

/** The base of an instrument's reference: where or with whom, and its type; a number follows. */
export const agreementBase = (where: string, type: string | null): string =>
  `${where.slice(0, 22).replace(/-$/, "")}-${typeSlugs[type ?? ""] ?? "ACCORD"}`;

/** Whether two names are one for the register. */
export const sameName = (a: string, b: string): boolean => foldName(a) !== "" && foldName(a) === foldName(b);
