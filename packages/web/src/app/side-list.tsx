import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";

export function SideList() {
  const intl = useIntl();
  return (
    <nav className="side-list" aria-label={intl.formatMessage({ id: "shell.places" })}>
      <Link to="/agreements">
        <FormattedMessage id="shell.agreements" />
      </Link>
      <Link to="/intake">
        <FormattedMessage id="shell.intake" />
      </Link>
      <Link to="/standings">
        <FormattedMessage id="shell.standings" />
      </Link>
      <Link to="/indicators">
        <FormattedMessage id="shell.indicators" />
      </Link>
    </nav>
  );
}
