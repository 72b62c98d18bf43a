import { defineRoutes } from "../kernel/index.ts";
import { giveConsent, withdrawConsent, wordConsent } from "./consent.ts";
import { listVersions } from "./processing-versions.ts";
import { keepProcessing, listProcessings, listWordings } from "./processings.ts";
import { registerPerson } from "./register-person.ts";
import { unmask } from "./unmask.ts";
import { listUnmaskings } from "./unmaskings.ts";
import { updatePerson } from "./update-person.ts";

export const routes = defineRoutes([
  { method: "POST", path: "/people", act: registerPerson, summary: "Register a person by her document" },
  { method: "PUT", path: "/people/:subject", act: updatePerson, summary: "Change a person's fields" },
  {
    method: "POST",
    path: "/people/:subject/unmasking",
    act: unmask,
    summary: "Show one person's name, with a reason that is kept",
  },
  { method: "GET", path: "/unmaskings", query: listUnmaskings, summary: "Who has seen whom, and what for" },
  {
    method: "POST",
    path: "/people/:subject/consents",
    act: giveConsent,
    summary: "A person consents to a processing",
  },
  {
    method: "POST",
    path: "/people/:subject/consents/:processing/withdrawal",
    act: withdrawConsent,
    summary: "A person withdraws her consent",
  },
  { method: "GET", path: "/processings", query: listProcessings, summary: "The register of processing" },
  {
    method: "POST",
    path: "/processings",
    act: keepProcessing,
    summary: "Keep what the register says of a processing",
  },
  {
    method: "GET",
    path: "/processings/:processing/versions",
    query: listVersions,
    summary: "How a processing stood: its versions with their reasons",
  },
  {
    method: "GET",
    path: "/processings/:processing/consent-wordings",
    query: listWordings,
    summary: "The words by which consent is asked, by version",
  },
  {
    method: "POST",
    path: "/processings/:processing/consent-wordings",
    act: wordConsent,
    summary: "Word a consent anew",
  },
]);
