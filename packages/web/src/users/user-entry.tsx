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
import { DropFactor } from "./drop-factor.tsx";
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
      </div>
      {manages ? (
        <Acts user={user} own={who?.id === user.id} byMail={who?.ways.mail === true} />
      ) : (
        <div className="user-acts">
          <ToSeen user={user} />
        </div>
      )}
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

function ToSeen({ user }: { user: User }) {
  return (
    <Link to="/users/$user" params={{ user: user.id }}>
      <FormattedMessage id="users.seen.link" />
    </Link>
  );
}

interface ActsProps {
  readonly user: User;
  readonly own: boolean;
  readonly byMail: boolean;
}

function Acts({ user, own, byMail }: ActsProps) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ["users"] });
  const inviting = useMutation({
    mutationFn: async (id: string) => {
      if (!byMail) return (await invitationLink(id)).token;
      await inviteAgain(id);
      return null;
    },
  });
  const changing = useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSuccess: again,
  });
  const [asks, setAsks] = useState<"role" | "factor" | null>(null);
  const toggle = (wanted: "role" | "factor") => setAsks(asks === wanted ? null : wanted);
  const done = async () => {
    setAsks(null);
    await again();
  };
  return (
    <>
      <div className="user-acts">
        <ToSeen user={user} />
        <AskButton isAsked={asks === "role"} words="users.grant" onAsk={() => toggle("role")} />
        {user.hasSecondFactor && !own && (
          <AskButton isAsked={asks === "factor"} words="users.dropFactor" onAsk={() => toggle("factor")} />
        )}
        <StateButtons user={user} own={own} onChange={changing.mutate} />
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
        <Refusal error={changing.error ?? inviting.error} />
        {asks === "factor" && <DropFactor user={user} onDone={done} />}
        {asks === "role" && (
          <GrantForm
            user={user.id}
            action={<FormattedMessage id="users.grantAction" />}
            onSend={async (grant) => {
              await grantRole(user.id, grant);
              await done();
            }}
          />
        )}
      </div>
    </>
  );
}

interface AskButtonProps {
  readonly isAsked: boolean;
  readonly words: "users.grant" | "users.dropFactor";
  readonly onAsk: () => void;
}

function AskButton({ isAsked, words, onAsk }: AskButtonProps) {
  return (
    <button type="button" className="plain-button" aria-expanded={isAsked} onClick={onAsk}>
      <FormattedMessage id={words} />
    </button>
  );
}

interface StateButtonsProps {
  readonly user: User;
  readonly own: boolean;
  readonly onChange: (change: () => Promise<unknown>) => void;
}

/** Nobody closes the own account. */
function StateButtons({ user, own, onChange }: StateButtonsProps) {
  if (user.state === "disabled")
    return (
      <button type="button" className="plain-button" onClick={() => onChange(() => enableUser(user.id))}>
        <FormattedMessage id="users.enable" />
      </button>
    );
  if (own) return null;
  return (
    <button type="button" className="plain-button" onClick={() => onChange(() => disableUser(user.id))}>
      <FormattedMessage id="users.disable" />
    </button>
  );
}
