export { addField } from "./add-field.ts";
export { addParty } from "./add-party.ts";
export { type AgreementIndex, type IndexedAgreement, readAgreementIndex } from "./agreement-index.ts";
export { amend } from "./amend.ts";
export { approve } from "./approve.ts";
export { type Attachment, attachAssertion, attachAssertions } from "./attach-assertion.ts";
export * from "./board.ts";
export { close } from "./close.ts";
export { draftAgreement } from "./draft-agreement.ts";
export { editAgreement } from "./edit-agreement.ts";
export { agreementErrors } from "./errors.ts";
export { agreementEvents } from "./events.ts";
export { getAgreement, readingsOfAgreement } from "./get-agreement.ts";
export { readHistory, stateOn } from "./history.ts";
export { importAgreements, importSheets } from "./import-agreements.ts";
export * from "./lifecycle.ts";
export { linkAgreements } from "./link-agreements.ts";
export { listAgreements, readBoard } from "./list-agreements.ts";
export * from "./model.ts";
export * from "./next-steps.ts";
export { openLead } from "./open-lead.ts";
export { permissions } from "./permissions.ts";
export { putInForce } from "./put-in-force.ts";
export { readNext } from "./read-next.ts";
export { readSitting } from "./read-sitting.ts";
export { recordApproval } from "./record-approval.ts";
export { recordSignature } from "./record-signature.ts";
export { recordSitting } from "./record-sitting.ts";
export { recordText } from "./record-text.ts";
export { registerLegacy } from "./register-legacy.ts";
export { removeField } from "./remove-field.ts";
export { removeLink } from "./remove-link.ts";
export { removeOrientation } from "./remove-orientation.ts";
export { removeParty } from "./remove-party.ts";
export { renew } from "./renew.ts";
export { reportSignature } from "./report-signature.ts";
export { resume } from "./resume.ts";
export { routes } from "./routes.ts";
export { sayTitle } from "./say-title.ts";
export { openSignatureScan, scanSignature } from "./scan-signature.ts";
export { sendBack } from "./send-back.ts";
export { setNextAction } from "./set-next-action.ts";
export { type Move, pathOf, setParent } from "./set-parent.ts";
export { sign } from "./sign.ts";
export { readSignatureProvider } from "./signature-provider.ts";
export { startClosing } from "./start-closing.ts";
export { startDrafting } from "./start-drafting.ts";
export { stateOrientation } from "./state-orientation.ts";
export {
  type AgreementRow,
  agreementInSpace,
  agreementOf,
  agreementScope,
  lockedAgreement,
} from "./store.ts";
export { submitForVerification } from "./submit-for-verification.ts";
export { type AgreementSummary, agreementSummary, summariesOf } from "./summaries.ts";
export { suspend } from "./suspend.ts";
export { terminate } from "./terminate.ts";
export { ancestorsOf, readTree, type TreeNode, treeOf } from "./tree.ts";
export { waiveVerification } from "./waive-verification.ts";
export { work } from "./work.ts";
