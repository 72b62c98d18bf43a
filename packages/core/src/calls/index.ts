export { enterApplication, saveOwnApplication } from "./apply.ts";
export { closeCall, screenApplication } from "./close-call.ts";
export { closeScoring } from "./close-scoring.ts";
export { decideCall } from "./decide.ts";
export { callErrors } from "./errors.ts";
export { extendCall } from "./extend-call.ts";
export {
  giveFile,
  giveOwnFile,
  submitApplication,
  submitOwnApplication,
  withdrawApplication,
} from "./give-in.ts";
export { inviteApplicant, makeInvitationLink } from "./invite.ts";
export * from "./lifecycle.ts";
export { makeAgreement } from "./make-agreement.ts";
export * from "./model.ts";
export { nameAssessor, possibleAssessors, releaseAssessor } from "./name-assessors.ts";
export { cancelCall, openCall } from "./open-call.ts";
export { openApplicationFile } from "./open-file.ts";
export { ownRights } from "./own-rights.ts";
export { linkPermissions, permissions, publicPermissions } from "./permissions.ts";
export { prepareCall, reviseCall } from "./prepare-call.ts";
export type { CallResult } from "./public-result.ts";
export { publishResult } from "./publish-result.ts";
export {
  listApplications,
  listOwnApplications,
  readApplication,
  readOwnApplication,
} from "./read-applications.ts";
export { listCalls, listOpenCalls, readCall, readOpenCall } from "./read-calls.ts";
export { listInvitations, readOwnInvitation } from "./read-invitations.ts";
export { type CallNotice, listNotices, readNotice } from "./read-notices.ts";
export { type RankedRow, readRanking } from "./read-ranking.ts";
export { listResults, readResult } from "./read-results.ts";
export { listAssessors, readScoring } from "./read-scoring.ts";
export { routes } from "./routes.ts";
export { handIn, score, stateInterests } from "./score.ts";
export { work } from "./work.ts";
