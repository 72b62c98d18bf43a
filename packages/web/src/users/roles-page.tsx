// Every role of the field, and what it may: read and print, or find who may do something.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import { FormattedMessage, useIntl } from "react-intl";
import { type RoleRights, rolesAndRights } from "../api/access.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import "./seen.css";
import { UserTabs } from "./user-tabs.tsx";

export function RolesPage() {
  const intl = useIntl();
  const [text, setText] = useState("");
  const [isWhole, setWhole] = useState(false);
  const { data, error, refetch } = useQuery(rolesAndRights());
  const name = intl.formatMessage({ id: "users.roles" });
  const named = useNamedRoles(data ?? []);
  const found = named.map((role) => withRights(role, text)).filter(({ rights }) => rights.length > 0);
  const print = () => {
    flushSync(() => setWhole(true));
    window.print();
  };
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="users.rolesLead" />}
      aside={
        <button type="button" className="button not-printed" onClick={print}>
          <FormattedMessage id="people.print" />
        </button>
      }
    >
      <UserTabs />
      <div className="filters not-printed">
        <label>
          <span className="small muted">
            <FormattedMessage id="users.rolesSearch" />
          </span>
          <input
            className="field"
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </div>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <div aria-live="polite">
        {data && found.length === 0 && (
          <p className="table-empty">
            <FormattedMessage id="users.rolesNone" values={{ text }} />
          </p>
        )}
        {found.map((role) => (
          <OneRole key={role.role} role={role} isOpen={isWhole || text !== ""} />
        ))}
      </div>
    </Page>
  );
}

interface NamedRight {
  readonly name: string;
  readonly words: string;
  readonly area: string;
  readonly reads: boolean;
}
interface NamedRole {
  readonly role: RoleRights["role"];
  readonly words: string;
  readonly rights: readonly NamedRight[];
}

function useNamedRoles(roles: readonly RoleRights[]): NamedRole[] {
  const intl = useIntl();
  return roles.map(({ role, rights }) => ({
    role,
    words: intl.formatMessage({ id: `core.kernel.role.${role}` }),
    rights: rights.map((right) => ({
      ...right,
      words: intl.formatMessage({ id: `core.access.right.${right.name}` }),
    })),
  }));
}

/** The role with those of its rights that are looked for; all of them when it is the role that was named. */
function withRights(role: NamedRole, text: string): NamedRole {
  const wanted = text.trim().toLocaleLowerCase();
  const has = (words: string) => words.toLocaleLowerCase().includes(wanted);
  return has(role.words) ? role : { ...role, rights: role.rights.filter(({ words }) => has(words)) };
}

function OneRole({ role: { role, words, rights }, isOpen }: { role: NamedRole; isOpen: boolean }) {
  const areas = [...new Set(rights.map(({ area }) => area))];
  const acts = rights.filter(({ reads }) => !reads);
  return (
    <details className="role-rights" open={isOpen || undefined}>
      <summary>
        <h2>{words}</h2>
        <span className="role-count small muted">
          <bdi>{role}</bdi>
          {" · "}
          <FormattedMessage
            id="users.rolesCount"
            values={{ reads: rights.length - acts.length, acts: acts.length }}
          />
        </span>
      </summary>
      <dl className="pairs">
        {areas.map((area) => (
          <div key={area} className="pair">
            <dt>
              <FormattedMessage id={`core.access.area.${area}`} />
            </dt>
            <dd>
              <ul>
                {rights
                  .filter((right) => right.area === area)
                  .map((right) => (
                    <li key={right.name} className={right.reads ? "muted" : undefined}>
                      {right.words}
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
