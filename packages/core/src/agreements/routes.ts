import { defineRoutes } from "../kernel/index.ts";
import { addField } from "./add-field.ts";
import { addParty } from "./add-party.ts";
import { amend } from "./amend.ts";
import { approve } from "./approve.ts";
import { attachAssertion } from "./attach-assertion.ts";
import { close } from "./close.ts";
import { draftAgreement } from "./draft-agreement.ts";
import { editAgreement } from "./edit-agreement.ts";
import { getAgreement } from "./get-agreement.ts";
import { readHistory } from "./history.ts";
import { linkAgreements } from "./link-agreements.ts";
import { listAgreements, readBoard } from "./list-agreements.ts";
import { openLead } from "./open-lead.ts";
import { ownRights } from "./own-rights.ts";
import { putInForce } from "./put-in-force.ts";
import { readNext } from "./read-next.ts";
import { readSitting } from "./read-sitting.ts";
import { recordApproval } from "./record-approval.ts";
import { recordSignature } from "./record-signature.ts";
import { recordSitting } from "./record-sitting.ts";
import { recordText } from "./record-text.ts";
import { registerLegacy } from "./register-legacy.ts";
import { removeField } from "./remove-field.ts";
import { removeLink } from "./remove-link.ts";
import { removeOrientation } from "./remove-orientation.ts";
import { removeParty } from "./remove-party.ts";
import { renew } from "./renew.ts";
import { reportSignature } from "./report-signature.ts";
import { resume } from "./resume.ts";
import { sayTitle } from "./say-title.ts";
import { openSignatureScan, scanSignature } from "./scan-signature.ts";
import { sendBack } from "./send-back.ts";
import { setNextAction } from "./set-next-action.ts";
import { sign } from "./sign.ts";
import { readSignatureProvider } from "./signature-provider.ts";
import { startClosing } from "./start-closing.ts";
import { startDrafting } from "./start-drafting.ts";
import { stateOrientation } from "./state-orientation.ts";
import { submitForVerification } from "./submit-for-verification.ts";
import { suspend } from "./suspend.ts";
import { terminate } from "./terminate.ts";
import { readTree } from "./tree.ts";
import { waiveVerification } from "./waive-verification.ts";

/** Ten million bytes and their envelope. */
const largestScan = 15_000_000;

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/agreements",
    query: listAgreements,
    summary: "List, filter and search agreements",
  },
  { method: "GET", path: "/agreement-board", query: readBoard, summary: "Agreements by column of the board" },
  {
    method: "GET",
    path: "/agreements/:agreement",
    query: getAgreement,
    summary: "One agreement in full, with the source of each field",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/tree",
    query: readTree,
    summary: "The tree above and under an agreement, as known on a day",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/history",
    query: readHistory,
    summary: "The life of an agreement and its state on a day",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/rights",
    query: ownRights,
    summary: "What the one who asks may do with it",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/next",
    query: readNext,
    summary: "What each role does next, and what is missing for each act",
  },
  { method: "PUT", path: "/agreements/:agreement", act: editAgreement, summary: "Edit the fields" },
  { method: "POST", path: "/agreement-leads", act: openLead, summary: "Open a lead" },
  { method: "POST", path: "/agreements", act: draftAgreement, summary: "Draft an agreement" },
  {
    method: "POST",
    path: "/agreements-before",
    act: registerLegacy,
    summary: "Register an agreement of before the register",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/fields",
    act: addField,
    summary: "Add a field of cooperation, strand, sector or objective",
  },
  { method: "POST", path: "/agreements/:agreement/parties", act: addParty, summary: "Add a party" },
  {
    method: "POST",
    path: "/agreements/:agreement/orientations",
    act: stateOrientation,
    summary: "Write down a stated aim with its author",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/next-action",
    act: setNextAction,
    summary: "Say what is to be done next",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/translations",
    act: sayTitle,
    summary: "Say the title in Arabic or English",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/assertions",
    act: attachAssertion,
    summary: "Join values to the passages that give them",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/approvals",
    act: recordApproval,
    summary: "Record a deliberation, visa or board decision",
  },
  {
    method: "GET",
    path: "/signature-provider",
    query: readSignatureProvider,
    summary: "Whether anything can be signed from a screen, and by whose service",
  },
  {
    method: "POST",
    path: "/approval-sittings",
    act: recordSitting,
    summary: "Record one session of a body that approved several agreements",
  },
  {
    method: "GET",
    path: "/approval-sittings/:sitting",
    query: readSitting,
    summary: "What one session of a body approved",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/verification-waivers",
    act: waiveVerification,
    summary: "Let the file pass although a partner is not verified, with the reason",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/signatures",
    act: recordSignature,
    summary: "Record a signature",
    largestBody: largestScan,
  },
  {
    method: "POST",
    path: "/agreements/:agreement/signatures/:signature/scan",
    act: scanSignature,
    summary: "Keep the page that bears a signature",
    largestBody: largestScan,
  },
  {
    method: "POST",
    path: "/agreements/:agreement/signatures/:signature/scan/opened",
    act: openSignatureScan,
    summary: "Open the page that bears a signature",
  },
  { method: "POST", path: "/agreements/:agreement/text", act: recordText, summary: "Record the signed text" },
  { method: "POST", path: "/agreements/:agreement/amendments", act: amend, summary: "Record an amendment" },
  { method: "POST", path: "/agreement-links", act: linkAgreements, summary: "Join two agreements" },
  {
    method: "POST",
    path: "/agreement-links/removal",
    act: removeLink,
    summary: "Take away a link that was recorded by mistake",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/parties/:partyId/removal",
    act: removeParty,
    summary: "Take away a party that was recorded by mistake",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/fields/removal",
    act: removeField,
    summary: "Take away a field that was recorded by mistake",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/orientations/:orientationId/removal",
    act: removeOrientation,
    summary: "Take away an aim that was recorded by mistake",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/start-drafting",
    act: startDrafting,
    summary: "Make a lead a draft",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/submit",
    act: submitForVerification,
    summary: "Hand a draft in for verification",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/send-back",
    act: sendBack,
    summary: "Send a text back to drafting",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/approve",
    act: approve,
    summary: "Approve a verified text",
  },
  { method: "POST", path: "/agreements/:agreement/sign", act: sign, summary: "Sign" },
  {
    method: "POST",
    path: "/agreements/:agreement/report-signature",
    act: reportSignature,
    summary: "Note a signature that the press reports",
  },
  { method: "POST", path: "/agreements/:agreement/put-in-force", act: putInForce, summary: "Put in force" },
  { method: "POST", path: "/agreements/:agreement/suspend", act: suspend, summary: "Suspend" },
  { method: "POST", path: "/agreements/:agreement/resume", act: resume, summary: "Resume" },
  {
    method: "POST",
    path: "/agreements/:agreement/start-closing",
    act: startClosing,
    summary: "Begin the closing",
  },
  { method: "POST", path: "/agreements/:agreement/close", act: close, summary: "Close" },
  { method: "POST", path: "/agreements/:agreement/terminate", act: terminate, summary: "Terminate" },
  { method: "POST", path: "/agreements/:agreement/renew", act: renew, summary: "End by renewal" },
]);
