// What became of the promise: the bar, and each of its words with its number, which opens down to the rows and up to the
// words.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { agreementMonths, agreementStandings, type Commitment, type StandingRow } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { type Part, useOpen } from "../app/opened.ts";
import { Waiting } from "../app/waiting.tsx";
import { Count } from "../language/figures.tsx";
import { PromiseBar, Swatch } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import { Announced, StateWords } from "../standings/standing-columns.tsx";
import { Trend } from "../standings/trend.tsx";

export function PromiseFigures({ commitment: { agreement, reference } }: { commitment: Commitment }) {
  const { data, error, refetch } = useQuery(agreementStandings(agreement, {}));
  const months = useQuery(agreementMonths(agreement, {}));
  const row = data?.find((one) => one.commitment === reference);
  return (
    <Section title={<FormattedMessage id="commitmentForm.figures" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {row && <Figures row={row} />}
      {months.error && <Failure error={months.error} reset={() => void months.refetch()} />}
      {row && (
        <div className="promise-trend">
          <h3>
            <FormattedMessage id="trend.heading" />
          </h3>
          <Trend of={months.data?.find((one) => one.commitmentId === row.nodeId)} />
        </div>
      )}
    </Section>
  );
}

function Figures({ row }: { row: StandingRow }) {
  const words = useVocabulary(row.space);
  const open = useOpen();
  const opens = (part: Part | null) => open({ kind: "figure", commitment: row.commitment ?? "", part });
  const isKnown = row.state !== "no_evidence";
  const figure = (part: Part, content: ReactNode, swatch: Part | "original" = part) => (
    <div>
      <dt>
        <Swatch part={swatch} />
        <FormattedMessage id={wordOf[swatch]} />
      </dt>
      <dd>
        <button type="button" className="figure" onClick={() => opens(part)}>
          {content}
        </button>
      </dd>
    </div>
  );
  return (
    <>
      <PromiseBar
        promised={promisedOf(row)}
        unit={row.unit ? words.unit(row.unit) : ""}
        size="page"
        onOpen={() => opens(null)}
      />
      <dl className="promise-figures">
        {figure("announced", <Announced row={row} />)}
        {row.signed.original !== null && figure("signed", <Count value={row.signed.original} />, "original")}
        {figure("signed", <Count value={row.signed.current} />)}
        {figure("declared", <Count value={row.declared} />)}
        {figure("realised", <Count value={isKnown ? row.realised : null} />)}
        {figure("proven", <Count value={isKnown ? row.proven : null} />)}
      </dl>
      <StateWords row={row} />
    </>
  );
}

const wordOf = {
  announced: "bar.announcedWord",
  original: "bar.originalWord",
  signed: "bar.signedWord",
  declared: "figure.declared",
  realised: "bar.realisedWord",
  proven: "bar.provenWord",
} as const satisfies Readonly<Record<Part | "original", string>>;
