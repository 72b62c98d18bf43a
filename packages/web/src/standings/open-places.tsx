// Whoever answers for a region opens the country first, whose counts are not open to her: the way to her own places.
import { Link } from "@tanstack/react-router";
import { FormattedList, FormattedMessage } from "react-intl";
import type { PlaceRow, TerritoryStandings } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { Name } from "../language/figures.tsx";
import { usePlaceWords } from "./use-places.ts";

/** The widest places whose counts are open: a province stands for itself where its region is not. */
export function widestOpen(places: readonly PlaceRow[]): PlaceRow[] {
  const open = places.filter(({ counted }) => counted !== null);
  const codes = new Set(open.map(({ code }) => code));
  return open.filter(({ parent }) => parent === null || !codes.has(parent));
}

export function OpenPlaces({ data, space }: { data: TerritoryStandings; space: Space }) {
  const words = usePlaceWords(space);
  const places = widestOpen(data.places);
  if (places.length === 0) return null;
  return (
    <p>
      <FormattedMessage
        id="places.openToYou"
        values={{
          places: (
            <FormattedList
              value={places.map((place) => (
                <Link
                  key={place.code}
                  to="."
                  search={(before: object) => ({ ...before, region: place.code })}
                >
                  <Name>{words.name(place)}</Name>
                </Link>
              ))}
            />
          ),
        }}
      />
    </p>
  );
}
