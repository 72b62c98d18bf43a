import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import "../form/form.css";

export function UserTabs() {
  const intl = useIntl();
  return (
    <nav className="area-tabs not-printed" aria-label={intl.formatMessage({ id: "users.area" })}>
      <Link to="/users" activeOptions={{ includeSearch: false }}>
        <FormattedMessage id="users.tab.users" />
      </Link>
      <Link to="/api-keys" activeOptions={{ includeSearch: false }}>
        <FormattedMessage id="users.tab.keys" />
      </Link>
    </nav>
  );
}
