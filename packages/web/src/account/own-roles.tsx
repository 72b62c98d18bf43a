import { FormattedMessage } from "react-intl";
import type { Me } from "../api/account.ts";

/** The roles that one holds, by their names. */
export function OwnRoles({ who }: { who: Me }) {
  return (
    <section className="section">
      <h2>
        <FormattedMessage id="account.roles" />
      </h2>
      {who.roles.length === 0 && (
        <p>
          <FormattedMessage id="account.noRoles" />
        </p>
      )}
      <ul>
        {who.roles.map(({ role, organisation, territory, agreement }) => (
          <li key={`${role} ${organisation} ${territory} ${agreement}`}>
            <FormattedMessage id={`core.kernel.role.${role}`} />
            {organisation === null && territory === null && agreement === null && (
              <span className="muted">
                {" · "}
                <FormattedMessage id="account.everywhere" />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
