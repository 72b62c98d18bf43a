// The words of the folder: kinds and types of agreements, parties, amendments. Pure rules, no I/O.
import { z } from "zod";

export const agreementKinds = ["programme", "plan", "contract_programme", "bundle", "instrument"] as const;
export const agreementKind = z.enum(agreementKinds);
export type AgreementKind = z.infer<typeof agreementKind>;

export const states = [
  "lead",
  "drafting",
  "verification",
  "approved",
  "signed",
  "in_force",
  "suspended",
  "closing",
  "closed",
  "given_up",
  "terminated",
  "renewed",
] as const;
export const state = z.enum(states);
export type State = z.infer<typeof state>;

/** The states in which nothing more happens, but for the renewal of what is closed. */
export const endedStates: readonly State[] = ["closed", "given_up", "terminated", "renewed"];

const instrumentTypes = [
  "letter_of_intent",
  "mou",
  "framework_agreement",
  "convention",
  "tripartite_convention",
  "protocol",
  "partnership_agreement",
  "intergovernmental_agreement",
] as const;
const frameworkTypes = ["law", "plan", "strategy", "programme", "development_model", "other"] as const;

export const agreementType = z.enum([
  ...new Set([...instrumentTypes, "contract_programme" as const, ...frameworkTypes]),
]);
export type AgreementType = z.infer<typeof agreementType>;

const typesByKind: Readonly<Record<AgreementKind, readonly AgreementType[]>> = {
  instrument: instrumentTypes,
  bundle: instrumentTypes,
  contract_programme: ["contract_programme"],
  programme: frameworkTypes,
  plan: frameworkTypes,
};

/** The types that a node of this kind may have; a bundle has the type of what it bundles. */
export function typesOf(kind: AgreementKind): readonly AgreementType[] {
  return typesByKind[kind];
}

/** The public reference: unique and never reused. */
export const agreementReference = z.string().regex(/^[A-Z0-9-]{3,32}$/, "3 to 32 of A-Z, 0-9 and -");
/** How acts and addresses name an agreement: by its reference or its id. */
export const agreementKey = z.string().min(3).max(36);

export const partyRoles = [
  "signatory",
  "funder",
  "operator",
  "partner",
  "trainer",
  "host",
  "patron",
  "counterparty",
] as const;
export const partyRole = z.enum(partyRoles);
export type PartyRole = z.infer<typeof partyRole>;

/**
 * Whether a node may have a party in this role. Those who signed a bundle are its counterparties: who signed which of
 * its instruments is unknown.
 */
export function mayHaveRole(kind: AgreementKind, role: PartyRole): boolean {
  return kind === "bundle" ? role !== "signatory" : role !== "counterparty";
}

export const linkKind = z.enum(["framework", "leads_to", "renews", "specifies", "refers_to", "leans_on"]);
export const fieldKind = z.enum(["field", "strand", "sector", "objective", "mission", "tag", "clause"]);
export const competence = z.enum(["own", "shared", "own_and_shared", "transferred"]);
export const approvalKind = z.enum(["deliberation", "visa", "board"]);
/** Each party signs politically (president, minister, wali) and administratively (director). */
export const signatureSide = z.enum(["political", "administrative"]);
export const orientationKind = z.enum([
  "gender_parity",
  "spatial_equity",
  "territorial_inclusion",
  "universality",
  "anticipation",
  "synergy",
  "other",
]);

export const amendmentTypes = [
  "target",
  "amount",
  "duration",
  "party",
  "object",
  "suspension",
  "termination",
] as const;
export const amendmentType = z.enum(amendmentTypes);
export type AmendmentType = z.infer<typeof amendmentType>;

/** The fields of an agreement that its signed text fixes. */
export const materialFields = [
  "type",
  "title",
  "purpose",
  "standsFor",
  "periodFrom",
  "periodTo",
  "territoryId",
  "competence",
] as const;
export type MaterialField = (typeof materialFields)[number];

/** Those of them that an amendment changes by itself. */
export const amendedFields = ["title", "purpose", "territoryId", "periodFrom", "periodTo"] as const;

/** A suspension or a termination rests on a clause of the text itself; what changes the text is approved like it. */
export const approvedLikeTheText: readonly AmendmentType[] = [
  "target",
  "amount",
  "duration",
  "party",
  "object",
];

/**
 * What each type of amendment may change here. New targets and amounts are written by the folders above, in the same
 * transaction, under the amendment's id; suspending and terminating are passages of the life cycle that ask for it.
 */
export const amendableFields: Readonly<Record<AmendmentType, readonly (MaterialField | "parties")[]>> = {
  target: [],
  amount: [],
  duration: ["periodFrom", "periodTo"],
  party: ["parties"],
  object: ["title", "purpose", "territoryId"],
  suspension: [],
  termination: [],
};

export const fieldNames = [
  "title",
  "purpose",
  "type",
  "kind",
  "state",
  "stands_for",
  "period",
  "signed_on",
  "signed_at",
  "territory",
  "competence",
  "lead_organisation",
  "party",
  "party_role",
  "representative",
  "field",
  "orientation",
  "link",
  "parent",
  "clause",
  "next_action",
] as const;
/** The fields of an agreement of which a passage can be the source. */
export const fieldName = z.enum(fieldNames);
export type FieldName = z.infer<typeof fieldName>;

/** States after the signature, as a recorded text or a press report gives it. */
export const signedStates: readonly State[] = [
  "signed",
  "in_force",
  "suspended",
  "closing",
  "closed",
  "terminated",
  "renewed",
];

/**
 * Whether a recorded text fixes the agreement, so that only an amendment changes it. A press report fixes nothing, nor
 * does an agreement of before the register whose text is not recorded yet. What was given up stays as it was left.
 */
export function isFixed(agreement: {
  readonly state: State;
  readonly reported: boolean;
  readonly legacy: boolean;
  readonly signed_document_id: string | null;
}): boolean {
  if (agreement.state === "given_up") return true;
  if (!signedStates.includes(agreement.state) || agreement.reported) return false;
  return !agreement.legacy || agreement.signed_document_id !== null;
}
