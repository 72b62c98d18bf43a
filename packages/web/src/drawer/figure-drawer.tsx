// Under a figure: the bar, each word of it with what it rests on, the rows that are counted, and the words that
// promised it.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import { agreementStandings, type StandingRow, type When } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { type OpenedFigure, type Part, useOpen } from "../app/opened.ts";
import { Waiting } from "../app/waiting.tsx";
import { Count, Name } from "../language/figures.tsx";
import { PromiseBar, Swatch } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import { AnnouncedPart } from "./announced-part.tsx";
import { CountedPart } from "./counted-part.tsx";
import { Drawer } from "./drawer.tsx";
import { SignedPart } from "./signed-part.tsx";

interface FigureDrawerProps {
  readonly opened: OpenedFigure;
  readonly when: When;
}

export function FigureDrawer({ opened, when }: FigureDrawerProps) {
  const { commitment, part, line } = opened;
  const open = useOpen();
  const agreement = commitment.slice(0, commitment.indexOf("/"));
  const { data, error, refetch } = useQuery(agreementStandings(agreement, when));
  const row = data?.find((one) => one.commitment === commitment);
  return (
    <Drawer
      title={<FormattedMessage id="drawer.figure" values={{ reference: <Name>{commitment}</Name> }} />}
      onClose={() => open(null)}
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && !row && <FormattedMessage id="drawer.noSuchFigure" />}
      {row && <Figure row={row} part={part} line={line} when={when} />}
    </Drawer>
  );
}

interface FigureProps {
  readonly row: StandingRow;
  readonly part: Part | null;
  readonly line: string | undefined;
  readonly when: When;
}

function Figure({ row, part, line, when }: FigureProps) {
  const words = useVocabulary(row.space);
  const unit = row.unit ? words.unit(row.unit) : "";
  return (
    <>
      <div className="drawer-section">
        <p>
          <Name>{row.wording}</Name>
        </p>
        <p className="muted small">
          {row.indicator ? words.indicator(row.indicator) : <FormattedMessage id="figure.indicatorOpen" />}
          {row.version !== null && (
            <>
              {" · "}
              <FormattedMessage id="figure.definition" values={{ version: row.version }} />
            </>
          )}
          {unit && ` · ${unit}`}
        </p>
        <PromiseBar promised={promisedOf(row)} unit={unit} size="page" />
        <FiveFigures row={row} />
        <p className="small not-printed">
          <Link
            to="/journal"
            search={{ figure: row.commitment ?? row.agreement ?? undefined, measure: part ?? "realised" }}
          >
            <FormattedMessage id="figure.history" />
          </Link>
        </p>
        <ToRecord commitment={row.commitment} />
      </div>
      <AnnouncedPart row={row} isAsked={part === "announced"} />
      <SignedPart row={row} isAsked={part === "signed"} when={when} />
      <CountedPart
        row={row}
        isAsked={part === "realised" || part === "proven" || part === "declared"}
        line={line}
        when={when}
      />
    </>
  );
}

/** The way to enter a result, for who may. */
function ToRecord({ commitment }: { commitment: string | null }) {
  const { data } = useQuery(me());
  if (commitment === null || !may(data, "results.record")) return null;
  return (
    <p className="small not-printed">
      <Link to="/results/record" search={{ commitment }}>
        <FormattedMessage id="drawer.record" />
      </Link>
    </p>
  );
}

function FiveFigures({ row }: { row: StandingRow }) {
  return (
    <dl className="five-figures">
      <div>
        <dt>
          <Swatch part="signed" />
          <FormattedMessage id="bar.signedWord" />
        </dt>
        <dd>
          <Count value={row.signed.current} />
        </dd>
      </div>
      <div>
        <dt>
          <Swatch part="declared" />
          <FormattedMessage id="figure.declared" />
        </dt>
        <dd>
          <Count value={row.declared} />
        </dd>
      </div>
      <div>
        <dt>
          <Swatch part="realised" />
          <FormattedMessage id="bar.realisedWord" />
        </dt>
        <dd>
          <Count value={row.state === "no_evidence" ? null : row.realised} />
        </dd>
      </div>
      <div>
        <dt>
          <Swatch part="proven" />
          <FormattedMessage id="bar.provenWord" />
        </dt>
        <dd>
          <Count value={row.state === "no_evidence" ? null : row.proven} />
        </dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="figure.remaining" />
        </dt>
        <dd>
          <Count value={row.remaining.proven} />
        </dd>
      </div>
    </dl>
  );
}
