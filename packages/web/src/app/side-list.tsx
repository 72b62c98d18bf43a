import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { areaPlaces } from "../people/places.ts";
import { resultPlaces } from "../results/places.ts";

export function SideList() {
  const intl = useIntl();
  const { data } = useQuery(me());
  // the register is for everybody, and no reason of its own to show the area
  const area = areaPlaces.find(({ right }) => right !== "processings.read" && may(data, right));
  const results = resultPlaces.find(({ right }) => may(data, right));
  const isAboutResults = useLocation({ select: ({ pathname }) => pathname.startsWith("/results") });
  const isAboutPersons = useLocation({
    select: ({ pathname }) => /^\/(people|journal|complaints)/.test(pathname),
  });
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
      {results && (
        <Link to={results.to} className={isAboutResults ? "active" : undefined}>
          <FormattedMessage id="shell.results" />
        </Link>
      )}
      {area && (
        <Link to={area.to} className={isAboutPersons ? "active" : undefined}>
          <FormattedMessage id="shell.people" />
        </Link>
      )}
      {may(data, "accounts.read_users") && (
        <Link to="/users">
          <FormattedMessage id="shell.users" />
        </Link>
      )}
      {may(data, "translations.read") && (
        <Link to="/translations">
          <FormattedMessage id="shell.translations" />
        </Link>
      )}
    </nav>
  );
}
