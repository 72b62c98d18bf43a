import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import {
  disableUser,
  enableUser,
  grantRole,
  invitationLink,
  inviteAgain,
  type Me,
  may,
  revokeRole,
  type User,
} from "../api/account.ts";
import { Refusal } from "../form/fields.tsx";
import { Instant } from "../language/figures.tsx";
import { GrantForm } from "./grant-form.tsx";
import { Grants } from "./grants.tsx";
import { HandOver } from "./hand-over.tsx";

/** One account: what it is, its roles, and what may be done with it. */
export function UserEntry({ user, who }: { user: User; who: Me | undefined }) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ["users"] });
  const revoking = useMutation({ mutationFn: revokeRole, onSuccess: again });
  const manages = may(who, "identity.manage_users");
  return (
    <li className="user" data-state={user.state}>
      <Head user={user} />
      <div>
        <Grants grants={user.grants} onRevoke={manages ? (grant) => revoking.mutate(grant) : undefined} />
        <Refusal error={revoking.error} />
        {may(who, "access.read") && (
          <p className="small">
            <Link to="/users/$user" params={{ user: user.id }}>
              <FormattedMessage id="users.seen.link" />
            </Link>
          </p>
        )}
      </div>
      {manages && <Acts user={user} own={who?.id === user.id} byMail={who?.ways.mail === true} />}
    </li>
  );
}

function Head({ user }: { user: User }) {
  return (
    <div>
      <p>
        <strong>
          <bdi>{user.name}</bdi>
        </strong>
      </p>
      <p className="muted">
        <bdi>{user.mail}</bdi>
      </p>
      <p className="user-facts small muted">
        <span className="user-state">
          <FormattedMessage id={`users.state.${user.state}`} />
        </span>
        {user.hasSecondFactor && (
          <span>
            <FormattedMessage id="users.hasFactor" />
          </span>
        )}
        {user.demo && (
          <span>
            <FormattedMessage id="users.demo" />
          </span>
        )}
        {user.lastUsedAt !== null && (
          <span>
            <FormattedMessage id="users.lastUsed" values={{ at: <Instant value={user.lastUsedAt} /> }} />
          </span>
        )}
      </p>
    </div>
  );
}

function Acts({ user, own, byMail }: { user: User; own: boolean; byMail: boolean }) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ["users"] });
  const closing = useMutation({ mutationFn: disableUser, onSuccess: again });
  const opening = useMutation({ mutationFn: enableUser, onSuccess: again });
  const inviting = useMutation({
    mutationFn: async (id: string) => {
      if (!byMail) return (await invitationLink(id)).token;
      await inviteAgain(id);
      return null;
    },
  });
  const [gives, setGives] = useState(false);
  return (
    <>
      <div className="user-acts">
        <button type="button" className="plain-button" aria-expanded={gives} onClick={() => setGives(!gives)}>
          <FormattedMessage id="users.grant" />
        </button>
        {user.state === "disabled" && (
          <button type="button" className="plain-button" onClick={() => opening.mutate(user.id)}>
            <FormattedMessage id="users.enable" />
          </button>
        )}
        {user.state !== "disabled" && !own && (
          <button type="button" className="plain-button" onClick={() => closing.mutate(user.id)}>
            <FormattedMessage id="users.disable" />
          </button>
        )}
        {user.state === "invited" && (
          <button type="button" className="plain-button" onClick={() => inviting.mutate(user.id)}>
            <FormattedMessage id={byMail ? "users.inviteAgain" : "users.newLink"} />
          </button>
        )}
        {inviting.isSuccess && inviting.data === null && (
          <span role="status">
            <FormattedMessage id="users.invited" />
          </span>
        )}
      </div>
      <div className="user-below">
        {inviting.data && (
          <HandOver text={`${location.origin}/set-password#${inviting.data}`} why="users.handOver" />
        )}
        <Refusal error={closing.error ?? opening.error ?? inviting.error} />
        {gives && (
          <GrantForm
            user={user.id}
            action={<FormattedMessage id="users.grantAction" />}
            onSend={async (grant) => {
              await grantRole(user.id, grant);
              setGives(false);
              await again();
            }}
          />
        )}
      </div>
    </>
  );
}
