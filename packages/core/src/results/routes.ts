import { defineRoutes } from "../kernel/index.ts";
import { correctResult } from "./correct-result.ts";
import { declare } from "./declare.ts";
import { eraseSubject } from "./erase-subject.ts";
import { keepApart } from "./keep-apart.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { mergeSubjects } from "./merge-subjects.ts";
import { countedMoreThanOnce } from "./more-than-once.ts";
import { moveAgreement } from "./move-agreement.ts";
import { notCounted } from "./not-counted.ts";
import { openEvidence } from "./open-evidence.ts";
import { previewMerge } from "./preview-merge.ts";
import { previewResult } from "./preview-result.ts";
import { factsOfCommitment, factWithEntries } from "./queries.ts";
import { declarationsOfCommitment } from "./read-declarations.ts";
import { marginsOfCommitment } from "./read-margins.ts";
import { marginsOfNode } from "./read-node-margins.ts";
import { resultsOfNode } from "./read-node-results.ts";
import { recordResult } from "./record-result.ts";
import { returnResults } from "./return-results.ts";
import { mergedPersons, possibleSamePersons } from "./same-persons.ts";
import { splitSubjects } from "./split-subjects.ts";
import { verify } from "./verify.ts";
import { verifyResult } from "./verify-result.ts";
import { verifyResults } from "./verify-results.ts";
import { waitingResults } from "./waiting.ts";
import { withdrawResult } from "./withdraw-result.ts";

export const routes = defineRoutes([
  { method: "POST", path: "/results", act: recordResult, summary: "Record one result" },
  {
    method: "GET",
    path: "/results",
    query: factsOfCommitment,
    summary: "The facts of a commitment, by filters",
  },
  {
    method: "GET",
    path: "/waiting-results",
    query: waitingResults,
    summary: "Results that wait for verification, or for an answer to a return",
  },
  {
    method: "POST",
    path: "/result-previews",
    act: previewResult,
    summary: "What a result would count for, at each level; nothing is recorded",
  },
  {
    method: "POST",
    path: "/evidence-files",
    act: keepEvidence,
    summary: "Keep the file that proves a result",
    largestBody: 15_000_000,
  },
  {
    method: "GET",
    path: "/results/:fact",
    query: factWithEntries,
    summary: "One fact with its entries and revisions",
  },
  {
    method: "GET",
    path: "/margins",
    query: marginsOfCommitment,
    summary: "A counted figure by sex, age, milieu, education and month",
  },
  {
    method: "GET",
    path: "/node-margins",
    query: marginsOfNode,
    summary:
      "What counts at an agreement or a territory, by sex, age, milieu, education, month and population",
  },
  {
    method: "GET",
    path: "/node-results",
    query: resultsOfNode,
    summary: "The facts that make up the count of an agreement or a territory",
  },
  {
    method: "POST",
    path: "/results/:fact/verification",
    act: verifyResult,
    summary: "Raise a fact's evidence",
  },
  {
    method: "POST",
    path: "/results/:fact/evidence-opening",
    act: openEvidence,
    summary: "The file that proves a result; opening it is journalled",
  },
  { method: "POST", path: "/results/:fact/withdrawal", act: withdrawResult, summary: "Withdraw a fact" },
  { method: "POST", path: "/results/:fact/correction", act: correctResult, summary: "Correct a fact" },
  { method: "POST", path: "/verifications", act: verifyResults, summary: "Verify many facts at once" },
  {
    method: "POST",
    path: "/returns",
    act: returnResults,
    summary: "Send results back to who entered them, with the reason",
  },
  { method: "POST", path: "/declarations", act: declare, summary: "Declare a number for a period" },
  {
    method: "GET",
    path: "/declarations",
    query: declarationsOfCommitment,
    summary: "Declarations of a commitment",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/counted-more-than-once",
    query: countedMoreThanOnce,
    summary: "Subjects that count in more than one child of an agreement",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/not-counted",
    query: notCounted,
    summary: "Rows of an agreement that add nothing to a total: repeats, overlaps, refusals",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/move",
    act: moveAgreement,
    summary: "Move an agreement in the tree and count anew what it moves",
  },
  {
    method: "POST",
    path: "/subjects/:subject/merge",
    act: mergeSubjects,
    summary: "Two subjects are one person",
  },
  {
    method: "POST",
    path: "/subjects/:subject/merge-preview",
    act: previewMerge,
    summary: "What a merge would change at each level; nothing is merged",
  },
  {
    method: "POST",
    path: "/subjects/:subject/apart",
    act: keepApart,
    summary: "Two persons who are alike are two",
  },
  {
    method: "GET",
    path: "/same-persons",
    query: possibleSamePersons,
    summary: "Pairs of persons who may be one, without their names",
  },
  {
    method: "GET",
    path: "/merged-persons",
    query: mergedPersons,
    summary: "Persons who were found to be one",
  },
  {
    method: "POST",
    path: "/subjects/:subject/split",
    act: splitSubjects,
    summary: "Undo a merge of subjects",
  },
  {
    method: "POST",
    path: "/subjects/:subject/erasure",
    act: eraseSubject,
    summary: "Erase a person on decision",
  },
  {
    method: "GET",
    path: "/ledger/verification",
    query: verify,
    summary: "Recount every total, check every block",
  },
]);
