// The register of places: a place, what it is called in each script, and what lies in it.
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { placeDetail, placesUnder } from "../api/territory.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { useLabel } from "../language/figures.tsx";
import { DataTable } from "../table/data-table.tsx";
import { usePlaceColumns } from "./place-columns.tsx";
import { PlaceHead } from "./place-head.tsx";
import "./territory.css";

export function PlacesPage() {
  const intl = useIntl();
  const label = useLabel();
  const space = useShownSpace();
  const { under } = useSearch({ from: "/territories" });
  const { data: place, error } = useQuery({
    ...placeDetail(space, under ?? ""),
    enabled: under !== undefined,
  });
  const general = intl.formatMessage({ id: "territory.title" });
  const name = under === undefined ? general : place ? label(place.name) : under;
  return (
    <Page
      title={name}
      name={name}
      lead={
        under === undefined ? <FormattedMessage id="territory.lead" /> : place && <PlaceHead place={place} />
      }
      aside={!error && <AddLink under={under} kind={place?.kind} />}
    >
      {error ? <Failure error={error} /> : <Below under={under} caption={name} />}
    </Page>
  );
}

function AddLink({ under, kind }: { under: string | undefined; kind: string | undefined }) {
  const { data: who } = useQuery(me());
  if (!may(who, "territory.load") || kind === "commune" || kind === "abroad") return null;
  return (
    <Link to="/territories/new" search={(before) => ({ ...before, under })} className="button not-printed">
      <FormattedMessage id="territory.add" />
    </Link>
  );
}

function Below({ under, caption }: { under: string | undefined; caption: string }) {
  const space = useShownSpace();
  const { data, error, refetch } = useQuery(placesUnder(space, under));
  const columns = usePlaceColumns(data ?? []);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={12} />;
  return (
    <DataTable
      name="territories"
      caption={caption}
      columns={columns}
      rows={data}
      keyOf={({ id }) => id}
      whenEmpty={<FormattedMessage id={under === undefined ? "territory.empty" : "territory.emptyUnder"} />}
      choosesColumns
      tools={(shown) => (
        <ExportMenu
          table="territories"
          caption={caption}
          space={space}
          read={async () => sheetOf(columns, shown, data, null)}
        />
      )}
    />
  );
}
