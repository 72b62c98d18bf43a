// Who seeks work, counted by the census: the denominator of results for 1,000 job seekers.
import { FormattedMessage, useIntl } from "react-intl";
import type { LabourFigure } from "../api/places.ts";
import { Name } from "../language/figures.tsx";
import { LabourBars, LabourNumber, NotTold } from "./labour-bars.tsx";
import { seekersAt } from "./labour-figures.ts";
import type { NamedPlace } from "./places-below.ts";

export interface BlockProps {
  readonly figures: readonly LabourFigure[];
  readonly whole: NamedPlace;
  readonly parts: readonly NamedPlace[];
}

export function SeekersSection({ figures, whole, parts }: BlockProps) {
  const intl = useIntl();
  const all = seekersAt(figures, whole.code);
  const told = parts.map((place) => ({ place, seekers: seekersAt(figures, place.code) }));
  const source = all ?? told.find(({ seekers }) => seekers !== null)?.seekers ?? null;
  const lines = told.flatMap(({ place: { code, name }, seekers }) =>
    seekers === null ? [] : [{ key: code, label: name, value: seekers.value, of: code }],
  );
  return (
    <section className="figure-block figure-wide" aria-labelledby="seekers-title">
      <h2 id="seekers-title">
        <FormattedMessage id="labour.seekers" />
      </h2>
      <p className="small muted">
        <FormattedMessage id="labour.seekersDefined" />
        {source && (
          <>
            {" "}
            <FormattedMessage
              id="labour.source"
              values={{ source: <Name key="source">{source.source}</Name>, year: String(source.year) }}
            />
          </>
        )}
      </p>
      {all && (
        <p>
          <FormattedMessage
            id="labour.whole"
            values={{
              place: <Name key="place">{whole.name}</Name>,
              number: (
                <LabourNumber
                  key="number"
                  method="census"
                  of={whole.code}
                  value={all.value}
                  format={(value) => intl.formatNumber(value)}
                />
              ),
            }}
          />
        </p>
      )}
      {lines.length > 0 && (
        <LabourBars method="census" lines={lines} format={(value) => intl.formatNumber(value)} />
      )}
      <NotTold
        id="labour.noDenominator"
        names={told.filter(({ seekers }) => seekers === null).map(({ place }) => place.name)}
      />
    </section>
  );
}
