// The standings as a table, as a map, as figures: views of one question; region, days and indicator go with the reader.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import "../board/view-switch.css";
import type { PlacesSearch } from "./address.ts";

interface ViewsProps {
  readonly shown: "table" | "map" | "figures" | "labour";
  readonly search: PlacesSearch;
}

const addresses = {
  table: "/standings",
  map: "/standings/map",
  figures: "/standings/figures",
  labour: "/standings/labour",
} as const;

export function Views({ shown, search: { region, asOf, knownOn, indicator } }: ViewsProps) {
  const intl = useIntl();
  const kept = { region, asOf, knownOn };
  return (
    <nav className="view-switch not-printed" aria-label={intl.formatMessage({ id: "standings.views" })}>
      {(["table", "map", "figures", "labour"] as const).map((view) => (
        <Link
          key={view}
          to={addresses[view]}
          search={view === "table" ? kept : { ...kept, indicator }}
          activeOptions={{ exact: true, includeSearch: true }}
          data-shown={view === shown || undefined}
          aria-current={view === shown ? "page" : undefined}
        >
          <FormattedMessage id={`standings.view.${view}`} />
        </Link>
      ))}
    </nav>
  );
}
