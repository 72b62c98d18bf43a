// Unemployment as the census counts it. The survey's rates stand in a figure of their own, never in this one.
import { FormattedMessage } from "react-intl";
import { Name } from "../language/figures.tsx";
import { LabourBars, type Line, NotTold } from "./labour-bars.tsx";
import { latestYear, ratesBy, ratesByGroup } from "./labour-figures.ts";
import { useGroupWords, useRate } from "./labour-words.ts";
import type { NamedPlace } from "./places-below.ts";
import type { BlockProps } from "./seekers-section.tsx";

export function CensusRates({ figures, whole, parts }: BlockProps) {
  const rate = useRate();
  const groupOf = useGroupWords();
  const places = [whole, ...parts];
  const year = latestYear(
    figures,
    "census",
    places.map(({ code }) => code),
  );
  const told = ratesBy(figures, "census").filter((one) => one.year === year);
  const rateOf = (place: NamedPlace) => told.find(({ territory }) => territory === place.code);
  const lines = places.flatMap((place): Line[] => {
    const found = rateOf(place);
    return found ? [{ key: place.code, label: place.name, value: found.value, of: place.code }] : [];
  });
  const groups = ratesByGroup(figures, whole.code).map((one) => ({
    ...{ key: `${one.sex} ${one.milieu}`, label: groupOf(one), value: one.value, of: whole.code },
  }));
  if (year === null) return null;
  return (
    <section className="figure-block" aria-labelledby="census-rates-title">
      <h2 id="census-rates-title">
        <FormattedMessage id="labour.censusRates" values={{ year: String(year) }} />
      </h2>
      <p className="small muted">
        <FormattedMessage id="labour.censusDefined" />{" "}
        <FormattedMessage
          id="labour.source"
          values={{ source: <Name key="source">{told[0]?.source}</Name>, year: String(year) }}
        />
      </p>
      <LabourBars method="census" lines={lines} format={rate} />
      <NotTold id="labour.noRate" names={parts.filter((place) => !rateOf(place)).map(({ name }) => name)} />
      {groups.length > 0 && (
        <>
          <h3>
            <FormattedMessage
              id="labour.groupsOf"
              values={{ place: <Name key="place">{whole.name}</Name> }}
            />
          </h3>
          <LabourBars method="census" lines={groups} format={rate} asTheyCome />
        </>
      )}
    </section>
  );
}
