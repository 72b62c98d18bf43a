import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { PlaceDetail } from "../api/territory.ts";
import { useLabel } from "../language/figures.tsx";
import { OtherNames } from "../language/other-names.tsx";
import { usePlaceKind } from "./place-kind.ts";

/** What it is, where it lies, what it is called in the other scripts, and the way to its figures. */
export function PlaceHead({ place }: { place: PlaceDetail }) {
  const label = useLabel();
  const kind = usePlaceKind();
  const above = place.path.slice(1).toReversed();
  return (
    <div className="place-head">
      <nav className="small not-printed">
        <Link to="/territories" search={(before) => ({ ...before, under: undefined })}>
          <FormattedMessage id="territory.title" />
        </Link>
        {above.map(({ id, code, name }) => (
          <span key={id}>
            {" › "}
            <Link to="/territories" search={(before) => ({ ...before, under: code })}>
              {label(name)}
            </Link>
          </span>
        ))}
      </nav>
      <p>
        {kind(place)} · <code>{place.code}</code>
      </p>
      <OtherNames name={place.name} arReviewed={place.arReviewed} />
      {(place.kind === "nation" || place.kind === "region") && (
        <p className="small not-printed">
          <Link
            to="/standings/map"
            search={({ space }) => ({ space, region: place.kind === "region" ? place.code : undefined })}
          >
            <FormattedMessage id="territory.toFigures" />
          </Link>
        </p>
      )}
    </div>
  );
}
