// What a folder's door offers as plain addresses. Entering, one's own sessions and one's own password are at the
// server's door, because they set cookies.
import { defineRoutes } from "../kernel/index.ts";
import { listApiKeys, makeApiKey, revokeApiKey } from "./api-keys.ts";
import { grantRole } from "./grant-role.ts";
import { inviteAgain, makeInvitationLink } from "./invitation.ts";
import { inviteUser } from "./invite-user.ts";
import { listUsers } from "./list-users.ts";
import { revokeRole } from "./revoke-role.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  readOwnAccount,
  removeSecondFactor,
  renewRecoveryCodes,
} from "./second-factor.ts";
import { disableUser, enableUser } from "./user-state.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/users", query: listUsers, summary: "Accounts with the roles that they hold" },
  { method: "POST", path: "/users", act: inviteUser, summary: "Open an account by an invitation" },
  {
    method: "POST",
    path: "/users/:user/invitation",
    act: inviteAgain,
    summary: "Send the invitation once more",
  },
  {
    method: "POST",
    path: "/users/:user/invitation-link",
    act: makeInvitationLink,
    summary: "The link of the invitation, to hand over where no mail is set up",
  },
  { method: "POST", path: "/users/:user/disabled", act: disableUser, summary: "Close an account" },
  { method: "POST", path: "/users/:user/enabled", act: enableUser, summary: "Open an account again" },
  {
    method: "POST",
    path: "/users/:user/second-factor-dropped",
    act: dropSecondFactor,
    summary: "Take the second factor from an account whose owner has lost it",
  },
  {
    method: "POST",
    path: "/users/:user/grants",
    act: grantRole,
    summary: "Give a role, where it holds and until when",
  },
  { method: "POST", path: "/grants/:grant/revocation", act: revokeRole, summary: "Take a role back" },
  { method: "GET", path: "/api-keys", query: listApiKeys, summary: "Keys of machines" },
  { method: "POST", path: "/api-keys", act: makeApiKey, summary: "Make a key; it is shown once" },
  { method: "POST", path: "/api-keys/:key/revocation", act: revokeApiKey, summary: "Take a key back" },
  { method: "GET", path: "/account", query: readOwnAccount, summary: "One's own account" },
  {
    method: "POST",
    path: "/account/second-factor",
    act: beginSecondFactor,
    summary: "A new secret for the application of codes",
  },
  {
    method: "POST",
    path: "/account/second-factor/confirmation",
    act: confirmSecondFactor,
    summary: "Put the second factor into use by a first code",
  },
  {
    method: "POST",
    path: "/account/second-factor/removal",
    act: removeSecondFactor,
    summary: "Remove one's second factor",
  },
  {
    method: "POST",
    path: "/account/recovery-codes",
    act: renewRecoveryCodes,
    summary: "New recovery codes in place of the former ones",
  },
]);
