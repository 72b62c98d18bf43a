import type { Sent } from "../api/answers.ts";

type Body = Sent<"/api/v1/organisations">;
export type OrganisationKind = Body["kind"];

export const organisationKinds = [
  ...(["public_employment_service", "foreign_public_employment_service", "ministry", "state"] as const),
  ...(["foreign_government", "regional_council", "provincial_council", "prefectural_council"] as const),
  ...(["territorial_authority", "regional_government", "public_agency", "public_committee"] as const),
  ...(["social_security", "company", "professional_federation", "employer_organisation"] as const),
  ...(["foundation", "association", "ngo", "cooperative", "university", "training_body"] as const),
  ...(["chamber", "employment_agency", "other"] as const),
] satisfies readonly OrganisationKind[];

/** The common company identifier: fifteen digits, in groups or not; empty where there is none. */
export function isIce(text: string): boolean {
  return text.trim() === "" || /^\d{15}$/u.test(text.replace(/[\s.\u00a0\u202f]/gu, ""));
}
