// The words of the folder: kinds of parties, names and their languages, identifiers. No I/O.

import { foldName } from "@iltizam/reference";
import { z } from "zod";

/** The party kinds of `iltizam-draft/1`. */
export const organisationKinds = [
  "public_employment_service",
  "foreign_public_employment_service",
  "ministry",
  "state",
  "foreign_government",
  "regional_council",
  "provincial_council",
  "prefectural_council",
  "territorial_authority",
  "regional_government",
  "public_agency",
  "public_committee",
  "social_security",
  "company",
  "professional_federation",
  "employer_organisation",
  "foundation",
  "association",
  "ngo",
  "cooperative",
  "university",
  "training_body",
  "chamber",
  "employment_agency",
  "other",
] as const;
export const organisationKind = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof organisationKind>;

export const verifiedKinds: ReadonlySet<OrganisationKind> = new Set([
  "company",
  "professional_federation",
  "employer_organisation",
  "foundation",
  "association",
  "ngo",
  "cooperative",
  "training_body",
  "employment_agency",
  "other",
]);

/** Whether a partner of this kind is verified before anything is signed with it; public bodies are not. */
export function needsVerification(kind: OrganisationKind): boolean {
  return verifiedKinds.has(kind);
}

export const nameLanguage = z.enum(["fr", "ar", "en"]);
export type NameLanguage = z.infer<typeof nameLanguage>;
export const nameKind = z.enum(["official", "alias", "acronym", "former"]);
export const relationKind = z.enum(["client_of", "supervised_by", "member_of", "peer_of", "operates_for"]);
export const servicePointKind = z.enum(["agency", "employment_space", "mobile_unit", "incubator"]);

/** The public reference of an organisation, unique in the installation. */
export const organisationReference = z.string().regex(/^[A-Z0-9-]{2,32}$/, "2 to 32 of A-Z, 0-9 and -");

/** How acts and addresses name an organisation: by its reference or its id. */
export const organisationKey = z.string().min(2).max(36);

/**
 * The common company identifier (ICE): 9 digits of the entity, 4 of the establishment, 2 of check. The rule of the
 * check digits is not published, so only length and digits are checked. Spaces between groups are dropped.
 */
export const ice = z
  .string()
  .transform((text) => text.replace(/[\s.]/gu, ""))
  .pipe(z.string().regex(/^[0-9]{15}$/, "15 digits"));

const namePart = z.string().trim().min(1).max(300);
export const organisationName = namePart;

/**
 * A reference made of the words of a name, for an organisation that is given none: « Groupe Managem » → GROUPE-MANAGEM.
 * A name without Latin letters gives ORG.
 */
export function referenceFromName(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-");
  const cut = words.slice(0, 26).replace(/^-+|-+$/g, "");
  return cut.length >= 2 ? cut : "ORG";
}

/** The words of a search, each as a pattern that the folded name must contain. */
export function searchPatterns(text: string): string[] {
  return foldName(text)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => `%${word}%`);
}
