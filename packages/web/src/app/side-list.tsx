import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";

export function SideList() {
  const intl = useIntl();
  const { data } = useQuery(me());
  return (
    <nav className="side-list" aria-label={intl.formatMessage({ id: "shell.places" })}>
      <Link to="/agreements">
        <FormattedMessage id="shell.agreements" />
      </Link>
      <Link to="/standings">
        <FormattedMessage id="shell.standings" />
      </Link>
      <Link to="/indicators">
        <FormattedMessage id="shell.indicators" />
      </Link>
      {may(data, "identity.read_users") && (
        <Link to="/users">
          <FormattedMessage id="shell.users" />
        </Link>
      )}
    </nav>
  );
}
