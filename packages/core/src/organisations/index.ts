export { foldName } from "@iltizam/reference";
export { addAlias } from "./add-alias.ts";
export { addFocalPoint } from "./add-focal-point.ts";
export { attestationTerm, endingAttestations, warnedUntil } from "./attestations.ts";
export { readScan } from "./check-scan.ts";
export { organisationErrors } from "./errors.ts";
export { getOrganisation } from "./get-organisation.ts";
export { importOrganisations, importSheets } from "./import-organisations.ts";
export { listFocalPoints } from "./list-focal-points.ts";
export { listOrganisations } from "./list-organisations.ts";
export * from "./model.ts";
export { nameOfficeHolder } from "./name-office-holder.ts";
export { type NamedParty, namedParty, namedPartyOfO } from "./named-party.ts";
export { openServicePoint } from "./open-service-point.ts";
export { type IndexedParty, type PartyIndex, readPartyIndex } from "./party-index.ts";
export { permissions } from "./permissions.ts";
export {
  findOrganisation,
  nameOn,
  type OfficeHolderRow,
  type OrganisationSummary,
  officeHolders,
  organisationPage,
  requireOfficeHolder,
  resolveOrganisation,
} from "./queries.ts";
export { registerOrganisation } from "./register-organisation.ts";
export { relateOrganisations } from "./relate-organisations.ts";
export { renameOrganisation } from "./rename-organisation.ts";
export { routes } from "./routes.ts";
export { sayName } from "./say-name.ts";
export {
  type OrganisationRow,
  organisationInSpace,
  organisationOf,
  requireTerritoryId,
} from "./store.ts";
export * from "./verification.ts";
export { verifyOrganisation } from "./verify-organisation.ts";
