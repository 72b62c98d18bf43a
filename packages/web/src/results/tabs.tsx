// The screens about results, side by side: those that the reader may open.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { resultPlaces } from "./places.ts";
import "../form/form.css";
import "../people/people.css";
import "./results.css";

export function ResultTabs() {
  const intl = useIntl();
  const { data } = useQuery(me());
  return (
    <nav className="area-tabs not-printed" aria-label={intl.formatMessage({ id: "results.area" })}>
      {resultPlaces
        .filter(({ right }) => may(data, right))
        .map(({ to, words }) => (
          <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
            <FormattedMessage id={words} />
          </Link>
        ))}
    </nav>
  );
}
