// The screens of an area, side by side: those that the reader may open.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import "../form/form.css";

interface AreaPlace {
  readonly to: string;
  readonly words: string;
  readonly right: string;
}

interface PlacesOfAreaProps {
  /** What the area is called, as the id of a message. */
  readonly name: string;
  readonly places: readonly AreaPlace[];
}

export function PlacesOfArea({ name, places }: PlacesOfAreaProps) {
  const intl = useIntl();
  const { data } = useQuery(me());
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the row runs over the edge: the tab that is open is brought into view.
  useEffect(() => {
    if (data) nav.current?.querySelector(".active")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [data]);
  return (
    <nav ref={nav} className="area-tabs not-printed" aria-label={intl.formatMessage({ id: name })}>
      {places
        .filter(({ right }) => may(data, right))
        .map(({ to, words }) => (
          <Link key={to} to={to} activeOptions={{ exact: beginsAnother(to, places), includeSearch: false }}>
            <FormattedMessage id={words} />
          </Link>
        ))}
    </nav>
  );
}

const beginsAnother = (to: string, places: readonly AreaPlace[]): boolean =>
  places.some((other) => other.to.startsWith(`${to}/`));
