import type { Organisation } from "./organisation.ts";

const FAMILIES: readonly (readonly string[])[] = [
  ["public_employment_service", "foreign_public_employment_service", "public_agency", "employment_agency"],
  ["regional_council", "regional_government"],
  ["university", "training_body"],
  ["professional_federation", "employer_organisation"],
  ["association", "ngo"],
  ["provincial_council", "prefectural_council", "territorial_authority"],
];

/** Two kinds that one short word may mean: « l'agence » for an employment service. */
export function sameFamily(a: string, b: string): boolean {
  return a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

function contains(longer: string, shorter: string): boolean {
  return ` ${longer} `.includes(` ${shorter} `);
}

/** Short names joined to long ones: « Passerelle Midi » is « association Passerelle Midi », (FMES) its federation. */
function canonicalKeys(organisations: readonly Organisation[]): Map<string, string> {
  const acronyms = new Map<string, string>();
  for (const org of organisations) if (org.acronym) acronyms.set(org.acronym, org.key);
  const canonical = new Map<string, string>();
  const named = organisations.filter((org) => !org.generic);
  for (const org of named) {
    const byAcronym = acronyms.get(org.key);
    if (byAcronym && byAcronym !== org.key) canonical.set(org.key, byAcronym);
    if (org.known || canonical.has(org.key) || org.key === "") continue;
    const longer = named.find(
      (other) => other.key !== org.key && other.key.length > org.key.length && contains(other.key, org.key),
    );
    const distinct = org.kind === "regional_council" || org.kind === "ministry" || org.key.length >= 4;
    if (longer && distinct && !longer.office) canonical.set(org.key, longer.key);
  }
  return canonical;
}

/**
 * Gives every mention the identity of what it refers to: acronyms, short names, and « la région », « the company »
 * for the last one of that family named before (or, failing that, the first one named after).
 */
export function resolve(organisations: readonly Organisation[]): Organisation[] {
  const canonical = canonicalKeys(organisations);
  const keyed = organisations.map((org) => ({ ...org, key: canonical.get(org.key) ?? org.key }));
  return keyed.map((org, at) => {
    if (!org.generic) return org;
    const fits = (other: Organisation) =>
      !other.generic &&
      !other.office &&
      !other.weak === (org.kind !== "company" || !other.weak) &&
      (org.kind === "other" || sameFamily(other.kind, org.kind));
    const before = keyed.slice(0, at).reverse();
    const referent = before.find(fits) ?? keyed.slice(at + 1).find(fits);
    if (referent) return { ...org, key: referent.key };
    const first = keyed.find((other) => other.generic && !other.office && sameFamily(other.kind, org.kind));
    return { ...org, key: `the ${(first ?? org).key}` };
  });
}
