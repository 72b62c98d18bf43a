// The screens about persons and control, side by side: those that the reader may open.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { areaPlaces } from "./places.ts";
import "../form/form.css";
import "./people.css";

export function AreaTabs() {
  const intl = useIntl();
  const { data } = useQuery(me());
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the row runs over the edge: the tab that is open is brought into view.
  useEffect(() => {
    if (data) nav.current?.querySelector(".active")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [data]);
  return (
    <nav ref={nav} className="area-tabs not-printed" aria-label={intl.formatMessage({ id: "people.area" })}>
      {areaPlaces
        .filter(({ right }) => may(data, right))
        .map(({ to, words }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === "/people", includeSearch: false }}>
            <FormattedMessage id={words} />
          </Link>
        ))}
    </nav>
  );
}
