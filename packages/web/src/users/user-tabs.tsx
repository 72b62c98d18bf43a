// The screens of accounts, side by side: those that the reader may open.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import "../form/form.css";

const places = [
  { to: "/users", words: "users.tab.users", right: "accounts.read_users" },
  { to: "/roles", words: "users.tab.roles", right: "access.read" },
  { to: "/api-keys", words: "users.tab.keys", right: "identity.manage_keys" },
] as const;

export function UserTabs() {
  const intl = useIntl();
  const { data } = useQuery(me());
  return (
    <nav className="area-tabs not-printed" aria-label={intl.formatMessage({ id: "users.area" })}>
      {places
        .filter(({ right }) => may(data, right))
        .map(({ to, words }) => (
          <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
            <FormattedMessage id={words} />
          </Link>
        ))}
    </nav>
  );
}
