// Every scenario. Each tells a situation that a reader can look up; docs/demo.md says where.
import type { Story } from "../story.ts";
import { aCommitteeAtWork } from "./a-committee-at-work.ts";
import { aDurationExtended } from "./a-duration-extended.ts";
import { aFrameworkAndItsSpecifics } from "./a-framework-and-its-specifics.ts";
import { aPartyAdded } from "./a-party-added.ts";
import { aTargetLowered } from "./a-target-lowered.ts";
import { aTargetRaised } from "./a-target-raised.ts";
import { aTextInPreparation } from "./a-text-in-preparation.ts";
import {
  aDraftWithUndefinedIndicators,
  aProjectGivenUp,
  approvedAndWaiting,
  inVerification,
  leadsOnTheBoard,
  sentBackOnce,
} from "./before-signature.ts";
import { callsForProjects } from "./calls-for-projects.ts";
import { candidatesPresented } from "./candidates-presented.ts";
import { declaredAboveRealised, declaredBelowRealised } from "./declarations.ts";
import { closedAndSettled, closing, renewed, terminated } from "./endings.ts";
import { inForceOnTrack } from "./in-force-on-track.ts";
import { aLetterThatLedToAConvention, aMemorandum } from "./intention-to-convention.ts";
import {
  aDormantAgreement,
  aLateAgreement,
  committeeOverdue,
  nothingReported,
  pastItsDeadline,
} from "./late-and-dormant.ts";
import { bestEffortsWithOrders, moneyByParty } from "./money-by-party.ts";
import { moneyInTranches } from "./money-in-tranches.ts";
import { mergedSubjects, personsInTwoAgreements, personsToldTwice } from "./persons-counted-once.ts";
import { reportedByThePress, signedWithoutCommittee } from "./signed-and-reported.ts";
import { suspendedAndResumed, suspendedToday } from "./suspensions.ts";
import { theAssizes } from "./the-assizes.ts";
import { theContractProgramme } from "./the-contract-programme.ts";
import { theDiagnosis } from "./the-diagnosis.ts";
import { notEligibleAndOutOfPeriod, withdrawnAndCorrected } from "./what-does-not-count.ts";
import { whatPeopleAsk } from "./what-people-ask.ts";

export type Tale = (story: Story) => void;

export const scenarios: readonly Tale[] = [
  ...[leadsOnTheBoard, aDraftWithUndefinedIndicators, inVerification, sentBackOnce, approvedAndWaiting],
  ...[aProjectGivenUp, signedWithoutCommittee, reportedByThePress, aMemorandum, aLetterThatLedToAConvention],
  ...[inForceOnTrack, suspendedToday, suspendedAndResumed, closing, closedAndSettled, terminated, renewed],
  ...[aTargetLowered, aCommitteeAtWork, aTargetRaised, aDurationExtended, aPartyAdded, theContractProgramme],
  ...[aFrameworkAndItsSpecifics, personsInTwoAgreements, personsToldTwice, mergedSubjects],
  ...[notEligibleAndOutOfPeriod, withdrawnAndCorrected, declaredAboveRealised, declaredBelowRealised],
  ...[aLateAgreement, pastItsDeadline, aDormantAgreement, nothingReported, committeeOverdue],
  ...[moneyByParty, moneyInTranches, bestEffortsWithOrders, theAssizes, candidatesPresented, whatPeopleAsk],
  ...[theDiagnosis, callsForProjects, aTextInPreparation],
];

/** A few that need a second or two, for what wants an inhabited register and not all of its situations. */
export const fewScenarios: readonly Tale[] = [
  ...[leadsOnTheBoard, inVerification, approvedAndWaiting, personsToldTwice, withdrawnAndCorrected],
  ...[aTargetLowered, aCommitteeAtWork, moneyByParty, moneyInTranches, declaredAboveRealised],
];
