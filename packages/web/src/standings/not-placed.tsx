// What a map cannot place: the promises made for the whole that no part has, who counts at no part, and those who count in
// more than one.
import { FormattedMessage } from "react-intl";
import type { PlaceRow, TerritoryStandings } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { type Part, useOpen } from "../app/opened.ts";
import { Count, Name } from "../language/figures.tsx";
import { signedFor } from "./measures.ts";
import { usePlaceWords } from "./use-places.ts";

interface NotPlacedProps {
  /** The country, or the region whose provinces are shown. */
  readonly whole: PlaceRow;
  readonly places: readonly PlaceRow[];
  readonly data: TerritoryStandings;
  readonly space: Space;
}

export function NotPlaced({ whole, places, data, space }: NotPlacedProps) {
  const words = usePlaceWords(space);
  const name = <Name>{words.name(whole)}</Name>;
  const signed = signedFor(whole);
  const placed = places.reduce((sum, place) => sum + (place.promised.shares ?? 0), 0);
  const counted = places.reduce((sum, { counted }) => sum + (counted?.realised ?? 0), 0);
  const difference = whole.counted === null ? 0 : counted - whole.counted.realised;
  return (
    <section className="not-placed small" aria-labelledby="not-placed-title">
      <h2 id="not-placed-title">
        <FormattedMessage id="places.notPlaced" />
      </h2>
      <ul className="bare-list">
        {whole.promised.announced !== null && (
          <li>
            <FormattedMessage
              id="places.announcedWhole"
              values={{ place: name, announced: <Announced whole={whole} data={data} /> }}
            />
          </li>
        )}
        {signed !== null && (
          <li>
            <FormattedMessage
              id="places.signedWhole"
              values={{ place: name, signed: <Count value={signed} />, shared: <Count value={placed} /> }}
            />
          </li>
        )}
        {difference !== 0 && (
          <li>
            <FormattedMessage
              id={difference > 0 ? "places.moreThanOne" : "places.noPart"}
              values={{
                place: name,
                parts: <Count value={counted} />,
                whole: <Count value={whole.counted?.realised} />,
                count: Math.abs(difference),
              }}
            />
          </li>
        )}
        <Outside data={data} whole={whole} />
      </ul>
    </section>
  );
}

function Announced({ whole, data }: { readonly whole: PlaceRow; readonly data: TerritoryStandings }) {
  const open = useOpen();
  const { low = 0, high = 0 } = whole.promised.announced ?? {};
  return (
    <button
      type="button"
      className="figure"
      onClick={() =>
        open({ kind: "place", of: whole.code, indicator: data.indicator ?? "", part: "announced" })
      }
    >
      {low === high ? (
        <Count value={low} />
      ) : (
        <FormattedMessage
          id="standings.range"
          values={{ low: <Count value={low} />, high: <Count value={high} /> }}
        />
      )}
    </button>
  );
}

/** Of the whole country alone: promises for abroad, who counts at no place of it, and what readings leave open. */
function Outside({ data, whole }: { readonly data: TerritoryStandings; readonly whole: PlaceRow }) {
  if (whole.kind !== "nation") return null;
  const abroad = data.promises.filter(({ territory }) => !data.places.some(({ code }) => code === territory));
  const { countedOutside, unsettled } = data;
  const isNothing = !countedOutside && abroad.length + unsettled.length + whole.promised.promises === 0;
  return (
    <>
      {abroad.length > 0 && (
        <li>
          <FormattedMessage
            id="places.abroad"
            values={{
              count: abroad.length,
              list: <References list={abroad.map(({ commitment }) => commitment)} part="signed" />,
            }}
          />
        </li>
      )}
      {countedOutside !== null && countedOutside > 0 && (
        <li>
          <FormattedMessage id="places.outside" values={{ count: countedOutside }} />
        </li>
      )}
      {unsettled.length > 0 && (
        <li>
          <FormattedMessage
            id="places.unsettled"
            values={{ count: unsettled.length, list: <References list={unsettled} part="announced" /> }}
          />
        </li>
      )}
      {isNothing && (
        <li className="muted">
          <FormattedMessage id="places.allPlaced" />
        </li>
      )}
    </>
  );
}

function References({ list, part }: { readonly list: readonly string[]; readonly part: Part }) {
  const open = useOpen();
  return list.map((commitment, at) => (
    <span key={commitment}>
      {at > 0 && " · "}
      <button type="button" className="figure" onClick={() => open({ kind: "figure", commitment, part })}>
        <Name>{commitment}</Name>
      </button>
    </span>
  ));
}
