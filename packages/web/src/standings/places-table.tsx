// The table of the map: every measure of every place, each number opens.
import { useMemo } from "react";
import { FormattedMessage, type IntlShape, useIntl } from "react-intl";
import type { PlaceRow, TerritoryStandings } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import type { Part } from "../app/opened.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Name, NoNumber } from "../language/figures.tsx";
import { PromiseBar, Swatch } from "../promise-bar/promise-bar.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { type Measure, measures, numberAt } from "./measures.ts";
import { promisedThere } from "./promised-there.ts";
import { type PlaceWords, usePlaceWords, whyNone } from "./use-places.ts";

interface PlacesTableProps {
  readonly places: readonly PlaceRow[];
  readonly data: TerritoryStandings;
  readonly space: Space;
  readonly onOpen: (place: PlaceRow, part: Part) => void;
}

export function PlacesTable({ places, data, space, onOpen }: PlacesTableProps) {
  const intl = useIntl();
  const words = usePlaceWords(space);
  const columns = useMemo(
    () => placeColumns({ intl, words, unit: data.unit, onOpen }),
    [intl, words, data.unit, onOpen],
  );
  const caption = `${words.indicator(data.indicator)} · ${intl.formatMessage({ id: "places.mapTitle" })}`;
  const simulated = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <DataTable
      name="places"
      caption={caption}
      columns={columns}
      rows={places}
      keyOf={(place) => place.code}
      whenEmpty={<FormattedMessage id="places.empty" />}
      choosesColumns
      tools={(shown) => (
        <ExportMenu
          table="places"
          caption={caption}
          space={space}
          read={async () => sheetOf(columns, shown, places, simulated)}
        />
      )}
    />
  );
}

interface ColumnsNeed {
  readonly intl: IntlShape;
  readonly words: PlaceWords;
  readonly unit: string | null;
  readonly onOpen: (place: PlaceRow, part: Part) => void;
}

function placeColumns({ intl, words, unit, onOpen }: ColumnsNeed): Column<PlaceRow>[] {
  const column = (measure: Measure): Column<PlaceRow> => ({
    id: measure,
    label: words.measure(measure),
    isNumber: true,
    ...(measure !== "provenOfSigned" && measure !== "perThousand" && { swatch: <Swatch part={measure} /> }),
    cell: (place) => <Cell place={place} measure={measure} words={words} onOpen={onOpen} />,
    value: (place) => numberAt(place, measure),
  });
  return [
    {
      id: "place",
      label: intl.formatMessage({ id: "places.place" }),
      isName: true,
      cell: (place) => <Name>{words.name(place)}</Name>,
      values: [
        { label: intl.formatMessage({ id: "places.place" }), of: (place) => words.name(place) },
        { label: intl.formatMessage({ id: "places.code" }), of: (place) => place.code },
      ],
    },
    ...measures.slice(0, 5).map(column),
    {
      id: "bar",
      label: intl.formatMessage({ id: "standings.column.bar" }),
      cell: (place) => (
        <PromiseBar
          promised={promisedThere(place)}
          unit={words.unit(unit)}
          timeless
          onOpen={() => onOpen(place, "signed")}
        />
      ),
      value: () => null,
    },
    ...measures.slice(5).map(column),
  ];
}

interface CellProps {
  readonly place: PlaceRow;
  readonly measure: Measure;
  readonly words: PlaceWords;
  readonly onOpen: (place: PlaceRow, part: Part) => void;
}

function Cell({ place, measure, words, onOpen }: CellProps) {
  const intl = useIntl();
  const value = numberAt(place, measure);
  if (value === null) {
    return (
      <span title={intl.formatMessage({ id: whyNone(place, measure) })}>
        <NoNumber />
      </span>
    );
  }
  const { announced } = place.promised;
  const isRange = measure === "announced" && announced !== null && announced.high !== announced.low;
  const part = measure === "provenOfSigned" ? "proven" : measure === "perThousand" ? "realised" : measure;
  return (
    <button
      type="button"
      className="figure"
      data-place={place.code}
      data-part={part}
      data-rate={measure === "provenOfSigned" || measure === "perThousand" || undefined}
      onClick={() => onOpen(place, part)}
    >
      {isRange ? (
        <FormattedMessage
          id="standings.range"
          values={{
            low: <bdi>{words.number(measure, announced.low)}</bdi>,
            high: <bdi>{words.number(measure, announced.high)}</bdi>,
          }}
        />
      ) : (
        <bdi className="nowrap">{words.number(measure, value)}</bdi>
      )}
    </button>
  );
}
