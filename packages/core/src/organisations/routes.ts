import { defineRoutes } from "../kernel/index.ts";
import { addAlias } from "./add-alias.ts";
import { addFocalPoint } from "./add-focal-point.ts";
import { getOrganisation } from "./get-organisation.ts";
import { listChecks } from "./list-checks.ts";
import { listFocalPoints } from "./list-focal-points.ts";
import { listOrganisations } from "./list-organisations.ts";
import { nameOfficeHolder } from "./name-office-holder.ts";
import { openCheckFile } from "./open-check-file.ts";
import { openServicePoint } from "./open-service-point.ts";
import { ownRights } from "./own-rights.ts";
import { registerOrganisation } from "./register-organisation.ts";
import { relateOrganisations } from "./relate-organisations.ts";
import { renameOrganisation } from "./rename-organisation.ts";
import { sayName } from "./say-name.ts";
import { verifyOrganisation } from "./verify-organisation.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/organisations",
    query: listOrganisations,
    summary: "List and search organisations",
  },
  {
    method: "GET",
    path: "/organisations/:organisation",
    query: getOrganisation,
    summary: "One organisation with its names, relations, office-holders and service points",
  },
  {
    method: "GET",
    path: "/organisations/:organisation/rights",
    query: ownRights,
    summary: "What the one who asks may do with it",
  },
  {
    method: "GET",
    path: "/organisations/:organisation/focal-points",
    query: listFocalPoints,
    summary: "Who answers for a partner",
  },
  { method: "POST", path: "/organisations", act: registerOrganisation, summary: "Register an organisation" },
  {
    method: "POST",
    path: "/organisations/:organisation/names",
    act: renameOrganisation,
    summary: "Give an organisation its next official name",
  },
  {
    method: "POST",
    path: "/organisations/:organisation/aliases",
    act: addAlias,
    summary: "Add another name",
  },
  {
    method: "POST",
    path: "/organisations/:organisation/translations",
    act: sayName,
    summary: "Say how an organisation is called in Arabic or English",
  },
  {
    method: "POST",
    path: "/organisations/:organisation/office-holders",
    act: nameOfficeHolder,
    summary: "Name who holds an office",
  },
  {
    method: "POST",
    path: "/organisations/:organisation/service-points",
    act: openServicePoint,
    summary: "Open a service point",
  },
  {
    method: "POST",
    path: "/organisations/:organisation/focal-points",
    act: addFocalPoint,
    summary: "Name a focal point",
  },
  {
    method: "POST",
    path: "/organisations/:organisation/checks",
    act: verifyOrganisation,
    summary: "Record points of the verification of a partner",
  },
  {
    method: "GET",
    path: "/organisations/:organisation/checks",
    query: listChecks,
    summary: "What was checked of a partner, by whom, with which papers",
  },
  {
    method: "POST",
    path: "/organisations/:organisation/checks/:check/file",
    act: openCheckFile,
    summary: "Open the paper of a check",
  },
  {
    method: "POST",
    path: "/organisation-relations",
    act: relateOrganisations,
    summary: "Say how one organisation stands to another",
  },
]);
