import { defineRoutes } from "../kernel/index.ts";
import { adoptAnnounced } from "./adopt-announced.ts";
import { amendTarget } from "./amend-target.ts";
import { announce } from "./announce.ts";
import { assignResponsibility } from "./assign-responsibility.ts";
import { breakDown } from "./break-down.ts";
import { listedDoubts } from "./doubts.ts";
import { editCommitment } from "./edit-commitment.ts";
import { finalise } from "./finalise.ts";
import { promise } from "./promise.ts";
import { commitmentByReference, commitmentsOfAgreement } from "./queries.ts";
import { releaseResponsibility } from "./release-responsibility.ts";
import { setEligibility } from "./set-eligibility.ts";
import { setTarget } from "./set-target.ts";
import { withdrawCommitment } from "./withdraw-commitment.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/agreements/:agreement/commitments",
    query: commitmentsOfAgreement,
    summary: "The commitments of an agreement with their targets and announced readings",
  },
  {
    method: "GET",
    path: "/commitment",
    query: commitmentByReference,
    summary: "One commitment by its reference",
  },
  {
    method: "GET",
    path: "/commitment-doubts",
    query: listedDoubts,
    summary: "The doubts about agreements and what belongs to them",
  },
  { method: "POST", path: "/commitments/promise", act: promise, summary: "Add a commitment to an agreement" },
  {
    method: "POST",
    path: "/commitments/edit",
    act: editCommitment,
    summary: "Edit a promise before its target is signed",
  },
  { method: "POST", path: "/commitments/finalise", act: finalise, summary: "Make a draft commitment final" },
  { method: "POST", path: "/commitments/set-target", act: setTarget, summary: "Set the signed target" },
  { method: "POST", path: "/commitments/amend-target", act: amendTarget, summary: "Amend a signed target" },
  { method: "POST", path: "/commitments/break-down", act: breakDown, summary: "Split a target" },
  {
    method: "POST",
    path: "/commitments/set-eligibility",
    act: setEligibility,
    summary: "Say who may be counted",
  },
  {
    method: "POST",
    path: "/commitments/assign-responsibility",
    act: assignResponsibility,
    summary: "Say who does what for a commitment",
  },
  {
    method: "POST",
    path: "/commitments/release-responsibility",
    act: releaseResponsibility,
    summary: "Take a task away from an organisation",
  },
  {
    method: "POST",
    path: "/commitments/announce",
    act: announce,
    summary: "Link what a source says to a commitment",
  },
  {
    method: "POST",
    path: "/commitments/withdraw",
    act: withdrawCommitment,
    summary: "Take back a commitment",
  },
  {
    method: "POST",
    path: "/commitments/adopt",
    act: adoptAnnounced,
    summary: "Decide which announced reading holds",
  },
]);
