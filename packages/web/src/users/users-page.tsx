// Who has an account, with which roles, where and until when; invite, close, give and take back.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me, users } from "../api/account.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { InviteForm } from "./invite-form.tsx";
import { UserEntry } from "./user-entry.tsx";
import { UserTabs } from "./user-tabs.tsx";
import "./users.css";

const shownAtOnce = 50;

export function UsersPage() {
  const intl = useIntl();
  const [text, setText] = useState("");
  const [offset, setOffset] = useState(0);
  const who = useQuery(me()).data;
  const { data, error, refetch } = useQuery(users(text, offset));
  const name = intl.formatMessage({ id: "users.title" });
  const search = (wanted: string) => {
    setText(wanted);
    setOffset(0);
  };
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="users.lead" />}>
      <UserTabs />
      {may(who, "identity.manage_users") && <InviteForm byMail={who?.ways.mail === true} />}
      <div className="filters">
        <label>
          <span className="small muted">
            <FormattedMessage id="users.search" />
          </span>
          <input
            className="field"
            type="search"
            value={text}
            onChange={(event) => search(event.target.value)}
          />
        </label>
      </div>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p className="small muted">
            <FormattedMessage id="users.count" values={{ n: data.total }} />
          </p>
          <ul className="row-list">
            {data.users.map((user) => (
              <UserEntry key={user.id} user={user} who={who} />
            ))}
          </ul>
          <div className="button-row">
            {offset > 0 && (
              <button type="button" className="button" onClick={() => setOffset(offset - shownAtOnce)}>
                <FormattedMessage id="users.before" />
              </button>
            )}
            {data.total > offset + shownAtOnce && (
              <button type="button" className="button" onClick={() => setOffset(offset + shownAtOnce)}>
                <FormattedMessage id="users.after" />
              </button>
            )}
          </div>
        </>
      )}
    </Page>
  );
}
