// Who acts in the fictional region, by function: nobody records, verifies and audits the same fact.
import type { Actor } from "@iltizam/core/kernel";

const functions = {
  officer: "Chargée des partenariats (simulée)",
  counsellor: "Conseiller à l'emploi (simulé)",
  adviser: "Conseillère en entrepreneuriat (simulée)",
  director: "Directrice régionale (simulée)",
  controller: "Contrôleur des preuves (simulé)",
  auditor: "Auditrice (simulée)",
  partner: "Point focal d'un partenaire (simulé)",
  council: "Division emploi du conseil régional (simulée)",
  dataOfficer: "Déléguée aux données (simulée)",
} as const;
export type Role = keyof typeof functions;

/** An actor of the simulation; the rights of each function are the identity folder's, so here each may act. */
export function actorOf(role: Role): Actor {
  const place = Object.keys(functions).indexOf(role) + 1;
  const id = `00000000-0000-7000-9000-0000000000${place.toString(16).padStart(2, "0")}`;
  return { id, kind: "user", label: functions[role], grants: [{ permissions: ["*"] }] };
}
