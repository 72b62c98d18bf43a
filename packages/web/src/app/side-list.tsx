import { Link, useLocation } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";

export function SideList() {
  const intl = useIntl();
  const isAboutPersons = useLocation({
    select: ({ pathname }) => /^\/(people|journal|complaints)/.test(pathname),
  });
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
      <Link to="/people" className={isAboutPersons ? "active" : undefined}>
        <FormattedMessage id="shell.people" />
      </Link>
    </nav>
  );
}
