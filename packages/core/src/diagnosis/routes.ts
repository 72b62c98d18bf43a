import { defineRoutes } from "../kernel/index.ts";
import { bringIn, leaveOut } from "./actors.ts";
import { reconsiderAction, rejectAction, retainAction } from "./answer-action.ts";
import { beginDiagnosis } from "./begin.ts";
import { recordFinding, removeFinding } from "./findings.ts";
import { diagnosesOfAgreement, listDiagnoses } from "./list-diagnoses.ts";
import { markFindings } from "./mark.ts";
import { mergeFindings, separateFindings } from "./merging.ts";
import { proposeAction } from "./propose-action.ts";
import { diagnosisInFull } from "./read-diagnosis.ts";
import { reviseDiagnosis } from "./revise.ts";
import { setRanking } from "./set-ranking.ts";
import { abandonDiagnosis, endDiagnosis, goBack, goOn } from "./take-step.ts";
import { dropWorkshop, holdWorkshop, planWorkshop } from "./workshops.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/diagnoses", query: listDiagnoses, summary: "List and search diagnoses" },
  { method: "GET", path: "/diagnoses/:diagnosis", query: diagnosisInFull, summary: "A diagnosis in full" },
  {
    method: "GET",
    path: "/agreements/:agreement/diagnoses",
    query: diagnosesOfAgreement,
    summary: "The diagnoses that an agreement rests on or answers",
  },
  { method: "POST", path: "/diagnoses", act: beginDiagnosis, summary: "Begin a diagnosis" },
  {
    method: "PUT",
    path: "/diagnoses/:diagnosis",
    act: reviseDiagnosis,
    summary: "Change what stands over a diagnosis",
  },
  { method: "POST", path: "/diagnoses/:diagnosis/steps", act: goOn, summary: "Go on to the next stage" },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/steps/back",
    act: goBack,
    summary: "Go back to the stage before",
  },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/end",
    act: endDiagnosis,
    summary: "End a diagnosis: its answers stand",
  },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/abandonment",
    act: abandonDiagnosis,
    summary: "Give a diagnosis up",
  },
  { method: "POST", path: "/diagnoses/:diagnosis/actors", act: bringIn, summary: "Say who takes part" },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/actors/left-out",
    act: leaveOut,
    summary: "Take an actor out",
  },
  { method: "POST", path: "/diagnoses/:diagnosis/workshops", act: planWorkshop, summary: "Plan a workshop" },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/workshops/:workshop/held",
    act: holdWorkshop,
    summary: "Say that a workshop was held, and count who came",
  },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/workshops/:workshop/dropped",
    act: dropWorkshop,
    summary: "Drop a workshop",
  },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/findings",
    act: recordFinding,
    summary: "Record what was said",
  },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/findings/:finding/removed",
    act: removeFinding,
    summary: "Take a finding away",
  },
  { method: "POST", path: "/diagnoses/:diagnosis/merged", act: mergeFindings, summary: "Merge findings" },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/merged/:merged/separated",
    act: separateFindings,
    summary: "Undo a merging, whole or for some findings",
  },
  {
    method: "PUT",
    path: "/diagnoses/:diagnosis/ranking",
    act: setRanking,
    summary: "Say how findings are ranked",
  },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/marks",
    act: markFindings,
    summary: "Give the marks of one who marks",
  },
  { method: "POST", path: "/diagnoses/:diagnosis/actions", act: proposeAction, summary: "Propose an action" },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/actions/:action/retained",
    act: retainAction,
    summary: "Retain an action, with the promise that carries it",
  },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/actions/:action/rejected",
    act: rejectAction,
    summary: "Reject an action, with a public answer",
  },
  {
    method: "POST",
    path: "/diagnoses/:diagnosis/actions/:action/reconsidered",
    act: reconsiderAction,
    summary: "Take the answer to an action back",
  },
]);
