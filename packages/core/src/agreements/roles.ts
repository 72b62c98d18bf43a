// Who may do what: the roles of domain.md §3 and the permissions that each of them is given.

export const roles = [
  "R1",
  "R2",
  "R3",
  "R4",
  "R5",
  "R6",
  "R7",
  "R8",
  "R9",
  "R10",
  "R11",
  "R12",
  "R13",
] as const;
/**
 * R1 partnership officer · R2 employment counsellor · R3 entrepreneurship adviser · R4 regional director · R5 partner
 * focal point · R6 operator · R7 region council (funder) · R8 committee · R9 head office and ministry · R10 auditor ·
 * R11 data officer · R12 beneficiary · R13 administrator.
 */
export type Role = (typeof roles)[number];

export const agreementPermissions = {
  "agreements.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R13"],
  "agreements.open": ["R1", "R4", "R9"],
  "agreements.draft": ["R1", "R4"],
  "agreements.edit": ["R1", "R4"],
  "agreements.correct": ["R4", "R13"],
  "agreements.register_legacy": ["R1", "R4", "R13"],
  "agreements.record_approval": ["R1", "R4", "R7"],
  "agreements.review": ["R4", "R9"],
  "agreements.report": ["R1", "R4", "R9"],
  "agreements.sign": ["R4", "R9"],
  "agreements.execute": ["R4", "R9"],
  "agreements.amend": ["R1", "R4"],
  "agreements.close": ["R4", "R9"],
  "agreements.terminate": ["R4", "R9"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type AgreementPermission = keyof typeof agreementPermissions;

/** The permissions of a role on agreements. */
export function permissionsOf(role: Role): AgreementPermission[] {
  const all = Object.entries(agreementPermissions) as [AgreementPermission, readonly Role[]][];
  return all.filter(([, holders]) => holders.includes(role)).map(([permission]) => permission);
}
