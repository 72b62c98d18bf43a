export { type AccessLink, linkOf, makeAccessLink, openLink, spendLink } from "./access-link.ts";
export { listApiKeys, makeApiKey, revokeApiKey } from "./api-keys.ts";
export { asOwner } from "./as-owner.ts";
export { type Entered, enter, entered, startSession } from "./enter.ts";
export { identityErrors } from "./errors.ts";
export { createAdministrator, readAccounts } from "./first-administrator.ts";
export { giveCode } from "./give-code.ts";
export { grantRole } from "./grant-role.ts";
export { inviteAgain, makeInvitationLink } from "./invitation.ts";
export { inviteUser } from "./invite-user.ts";
export { type HeldRole, type KnownKey, type KnownSession, knownKey, knownSession } from "./knock.ts";
export { listUsers } from "./list-users.ts";
export * from "./model.ts";
export { chooseDemoAccount, listDemoAccounts, openDemoAccount } from "./open-demo-account.ts";
export { shortestPassword } from "./passwords.ts";
export { ownPermissions, permissions, publicPermissions } from "./permissions.ts";
export { askReset, makeResetLink, queueReset } from "./reset.ts";
export { revokeRole } from "./revoke-role.ts";
export { routes } from "./routes.ts";
export { resealSecondFactors } from "./seal-secret.ts";
export {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  readOwnAccount,
  removeSecondFactor,
  renewRecoveryCodes,
} from "./second-factor.ts";
export { hashToken, newToken } from "./secrets.ts";
export { endOtherSessions, endSession, listSessions } from "./sessions.ts";
export { changePassword, readPasswordLink, setPassword } from "./set-password.ts";
export { credentials, signIn } from "./sign-in.ts";
export {
  beginProviderStep,
  endProviderStep,
  type ProvenByProvider,
  signInWithProvider,
} from "./sign-in-with-provider.ts";
export { type UserRow, userById } from "./store.ts";
export { disableUser, enableUser } from "./user-state.ts";
