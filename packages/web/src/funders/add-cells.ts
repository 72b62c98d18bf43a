// Of the cells of one indicator: what each place has in all, so that a table by province and its months never differ.
import type { FunderCell } from "../api/funders.ts";

export interface PlaceSum {
  readonly place: FunderCell["place"];
  readonly realised: number;
  readonly proven: number;
  readonly months: readonly FunderCell[];
}

export function byPlace(cells: readonly FunderCell[], indicator: string): PlaceSum[] {
  const mine = cells.filter((cell) => cell.indicator === indicator);
  return [...Map.groupBy(mine, ({ place }) => place?.code ?? "")].map(([, months]) => ({
    place: months[0]?.place ?? null,
    realised: months.reduce((sum, { realised }) => sum + realised, 0),
    proven: months.reduce((sum, { proven }) => sum + proven, 0),
    months,
  }));
}

/** The indicator that counts most, where none is asked for. */
export function mostCounted(results: readonly { readonly indicator: string; readonly realised: number }[]) {
  return results.toSorted((one, other) => other.realised - one.realised)[0]?.indicator;
}
