// The ranking: every place opens on its medians, every median on the marks with who gave them and why; and the decision.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Call, call as callQuery, type RankedRow, type Ranking, ranking } from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Money, Name } from "../language/figures.tsx";
import { Score, useCallLabel, useCallTitle } from "./call-words.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { GrantedSum } from "./granted-sum.tsx";
import { useRankingColumns } from "./ranking-columns.tsx";
import "../agreements/agreement.css";
import "../form/form.css";
import "./calls.css";

export function RankingPage() {
  const intl = useIntl();
  const titleOf = useCallTitle();
  const { call } = useParams({ from: "/calls/$call/ranking" });
  const about = useQuery(callQuery(call));
  const { data, error, refetch } = useQuery(ranking(call));
  const { may } = useRightsAt({ call });
  useBelongsTo(about.data?.space);
  const failed = about.error ?? error;
  if (failed) return <Failure error={failed} reset={() => void refetch()} />;
  if (!data || !about.data) return <Waiting lines={10} />;
  const name = intl.formatMessage({ id: "calls.ranking" });
  return (
    <Page
      title={name}
      name={`${name} · ${call}`}
      lead={
        <Link to="/calls/$call" params={{ call }}>
          <Name>{titleOf(about.data)}</Name>
        </Link>
      }
      aside={<RankingExport call={about.data} ranking={data} />}
    >
      <GrantedSum
        granted={data.rows.flatMap(({ granted }) => (granted === null ? [] : [granted]))}
        envelope={data.envelope}
        currency={data.currency}
      />
      {data.rows.length === 0 && (
        <p className="muted">
          <FormattedMessage id="calls.noApplication" />
        </p>
      )}
      <ol className="rank-list">
        {data.rows.map((row) => (
          <li key={row.application}>
            <RankedOne row={row} call={about.data} />
          </li>
        ))}
      </ol>
      {about.data.state === "scored" && may("calls.decide") && (
        <DecisionForm call={about.data} ranking={data} />
      )}
    </Page>
  );
}

function RankedOne({ row, call }: { row: RankedRow; call: Call }) {
  const nameOf = useOrganisationName(call.space);
  return (
    <details className="ranked" id={row.application}>
      <summary>
        <span className="rank-place">{row.rank ?? "–"}</span>
        <span className="rank-name">
          <Name>{row.title}</Name>
          <span className="small muted">
            <Name>{nameOf(row.organisation)}</Name>
            {" · "}
            <bdi className="nowrap">{row.receipt}</bdi>
            {" · "}
            <Money amount={row.asked} currency={call.currency} />
          </span>
        </span>
        <span className="rank-score">{row.score && <Score value={row.score} />}</span>
        <span className="rank-said small">
          <Said row={row} call={call} />
        </span>
      </summary>
      <div className="rank-detail">
        {row.reason && <p dir="auto">{row.reason}</p>}
        {!row.admitted && row.screenedWhy !== row.reason && <p dir="auto">{row.screenedWhy}</p>}
        <MarksTable row={row} call={call} />
        <p className="small">
          <Link
            to="/calls/$call/applications/$application"
            params={{ call: call.reference, application: row.application }}
          >
            <FormattedMessage id="calls.openApplication" />
          </Link>
        </p>
      </div>
    </details>
  );
}

/** What was decided, else what is proposed; and what a reader must know beside. */
function Said({ row, call }: { row: RankedRow; call: Call }) {
  return (
    <>
      <strong>
        <FormattedMessage
          id={row.verdict ? `calls.verdict.${row.verdict}` : `calls.proposed.${row.proposed}`}
        />
      </strong>
      {row.granted && (
        <>
          {" · "}
          <Money amount={row.granted} currency={call.currency} />
        </>
      )}
      {row.departs && (
        <span className="attention">
          {" · "}
          <FormattedMessage id="calls.departs" />
        </span>
      )}
      {row.isDisputed && (
        <span className="attention">
          {" · "}
          <FormattedMessage id="calls.disputed" />
        </span>
      )}
      {row.eliminatedBy.length > 0 && (
        <span className="attention">
          {" · "}
          <FormattedMessage id="calls.eliminated" />
        </span>
      )}
      {row.isBelowPass && (
        <span className="attention">
          {" · "}
          <FormattedMessage id="calls.belowPass" />
        </span>
      )}
      {!row.admitted && (
        <span className="attention">
          {" · "}
          <FormattedMessage id="calls.admitted.false" />
        </span>
      )}
    </>
  );
}

function MarksTable({ row, call }: { row: RankedRow; call: Call }) {
  const labelOf = useCallLabel();
  if (row.criteria.length === 0) return null;
  return (
    <ul className="marks">
      {row.criteria.map(({ criterion, median, lowest, highest, isDisputed, marks }) => {
        const about = call.criteria.find(({ number }) => number === criterion);
        if (about === undefined) return null;
        return (
          <li key={criterion}>
            <p>
              <strong>
                <Name>{labelOf(about)}</Name>
              </strong>
              {" · "}
              <FormattedMessage
                id="calls.medianOf"
                values={{ median: <bdi>{median}</bdi>, scale: about.scale, weight: about.weight }}
              />
              {row.eliminatedBy.includes(criterion) && (
                <span className="attention">
                  {" · "}
                  <FormattedMessage id="calls.belowLeast" values={{ least: about.atLeast ?? 0 }} />
                </span>
              )}
              {lowest !== highest && (
                <span className={isDisputed ? "attention" : "muted"}>
                  {" · "}
                  <FormattedMessage
                    id={isDisputed ? "calls.spreadLarge" : "calls.spread"}
                    values={{ lowest, highest }}
                  />
                </span>
              )}
            </p>
            <ul className="small">
              {marks.map(({ assessor, mark, reason }) => (
                <li key={assessor}>
                  <bdi>{`${mark}/${about.scale}`}</bdi> · <Name>{assessor}</Name> · <Name>{reason}</Name>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function RankingExport({ call, ranking: { rows } }: { call: Call; ranking: Ranking }) {
  const intl = useIntl();
  const columns = useRankingColumns(call);
  const mark = call.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  const caption = `${intl.formatMessage({ id: "calls.ranking" })} · ${call.reference}`;
  const all = new Set(columns.map(({ id }) => id));
  return (
    <div className="not-printed">
      <ExportMenu
        table="ranking"
        caption={caption}
        space={call.space}
        read={async () => sheetOf(columns, all, rows, mark)}
      />
    </div>
  );
}
