// Unemployment as the yearly labour survey estimates it, for the places that its notes name.
import { FormattedMessage } from "react-intl";
import { Name } from "../language/figures.tsx";
import { LabourBars, NotTold } from "./labour-bars.tsx";
import { latestYear, ratesBy } from "./labour-figures.ts";
import { useRate } from "./labour-words.ts";
import type { BlockProps } from "./seekers-section.tsx";

export function SurveyRates({ figures, whole, parts }: BlockProps) {
  const rate = useRate();
  const all = ratesBy(figures, "survey");
  const year = latestYear(
    figures,
    "survey",
    parts.map(({ code }) => code),
  );
  const told = all.filter((one) => one.year === year);
  const lines = parts.flatMap(({ code, name }) => {
    const found = told.find(({ territory }) => territory === code);
    return found ? [{ key: code, label: name, value: found.value, of: code }] : [];
  });
  const byYear = all
    .filter(({ territory }) => territory === whole.code)
    .map(({ year, value }) => ({ key: String(year), label: String(year), value, of: whole.code }))
    .toReversed();
  return (
    <section className="figure-block" aria-labelledby="survey-rates-title">
      <h2 id="survey-rates-title">
        <FormattedMessage id="labour.surveyRates" />
      </h2>
      {all.length === 0 ? (
        <p className="small muted">
          <FormattedMessage id="labour.noSurvey" />
        </p>
      ) : (
        <p className="small muted">
          <FormattedMessage id="labour.surveyDefined" />
        </p>
      )}
      {lines.length > 0 && (
        <>
          <h3>{year}</h3>
          <LabourBars method="survey" lines={lines} format={rate} />
        </>
      )}
      {all.length > 0 && (
        <NotTold
          id="labour.noSurveyRate"
          names={parts.filter(({ code }) => !lines.some((line) => line.key === code)).map(({ name }) => name)}
        />
      )}
      {byYear.length > 0 && (
        <>
          <h3>
            <Name>{whole.name}</Name>
          </h3>
          <LabourBars method="survey" lines={byYear} format={rate} asTheyCome />
        </>
      )}
    </section>
  );
}
