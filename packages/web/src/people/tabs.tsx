// The screens about persons and control, side by side.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";

const places = [
  ["/people", "people.tab.lookUp"],
  ["/people/requests", "people.tab.requests"],
  ["/people/due", "people.tab.due"],
  ["/people/register", "people.tab.register"],
  ["/people/unmaskings", "people.tab.unmaskings"],
  ["/journal", "people.tab.journal"],
  ["/complaints", "people.tab.complaints"],
] as const;

export function AreaTabs() {
  const intl = useIntl();
  return (
    <nav className="area-tabs not-printed" aria-label={intl.formatMessage({ id: "people.area" })}>
      {places.map(([to, words]) => (
        <Link key={to} to={to} activeOptions={{ exact: to === "/people", includeSearch: false }}>
          <FormattedMessage id={words} />
        </Link>
      ))}
    </nav>
  );
}
