// One indicator: what it counts today, how it is added up and proven, and every version of its definition with its reason.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import type { Got } from "../api/answers.ts";
import { indicator } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, useLabel } from "../language/figures.tsx";
import "./indicators.css";

type Held = Got<"/api/v1/indicators/{code}">;

export function IndicatorPage() {
  const { code } = useParams({ from: "/indicators/$code" });
  const label = useLabel();
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(indicator(code));
  const name = data ? label(data.label) : code;
  return (
    <Page
      title={name}
      name={name}
      lead={
        <>
          <code>{data?.code ?? code}</code>{" "}
          <Link to="/indicators" className="not-printed">
            <FormattedMessage id="indicators.toCatalogue" />
          </Link>
        </>
      }
      aside={
        data &&
        may(who, "vocabulary.define") && (
          <Link className="button not-printed" to="/indicators/$code/define" params={{ code: data.code }}>
            <FormattedMessage id="indicatorForm.define.open" />
          </Link>
        )
      }
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Classing held={data} />}
      {data && <AllVersions held={data} />}
    </Page>
  );
}

function Classing({ held }: { held: Held }) {
  const words = useVocabulary(useShownSpace());
  const { nature, aggregation, unit, numerator, denominator, aliases } = held;
  return (
    <dl className="pairs indicator-facts">
      <Fact of="unit">{words.unit(unit)}</Fact>
      <Fact of="nature">
        <FormattedMessage id={`indicators.nature.${nature}`} />
      </Fact>
      <Fact of="aggregation">
        <FormattedMessage id={`indicators.aggregation.${aggregation}`} />
      </Fact>
      {numerator !== null && denominator !== null && (
        <Fact of="parts">
          <Link to="/indicators/$code" params={{ code: numerator }}>
            {words.indicator(numerator)}
          </Link>
          {" / "}
          <Link to="/indicators/$code" params={{ code: denominator }}>
            {words.indicator(denominator)}
          </Link>
        </Fact>
      )}
      {aliases.length > 0 && (
        <Fact of="aliases">
          <code>{aliases.join(", ")}</code>
        </Fact>
      )}
      {nature !== "ratio" && (
        <Fact of="figures">
          <Link to="/standings/figures" search={{ indicator: held.code }}>
            <FormattedMessage id="indicators.toFigures" />
          </Link>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className="pair">
      <dt className="small muted">
        <FormattedMessage id={`indicators.column.${of}`} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The latest first; the one in force is marked. */
function AllVersions({ held }: { held: Held }) {
  return (
    <section className="indicator-history">
      <h2>
        <FormattedMessage id="indicators.allVersions" />
      </h2>
      <ol className="definition-versions">
        {held.versions.toReversed().map((version) => (
          <VersionEntry
            key={version.version}
            version={version}
            isInForce={version.version === held.definition.version}
          />
        ))}
      </ol>
    </section>
  );
}

function VersionEntry({ version, isInForce }: { version: Held["versions"][number]; isInForce: boolean }) {
  const label = useLabel();
  const { definition, evidence, pitfalls, proofLevel, reason, state } = version;
  return (
    <li data-in-force={isInForce || undefined}>
      <h3>
        <FormattedMessage
          id={isInForce ? "indicators.versionInForce" : "indicators.versionFrom"}
          values={{ version: version.version, from: <Day value={version.effectiveFrom} /> }}
        />
      </h3>
      {state === "undefined" && (
        <p className="attention">
          <FormattedMessage id="indicators.undefined" />
        </p>
      )}
      <p>{label(definition)}</p>
      <p className="small muted">
        <FormattedMessage id={`figure.evidence.E${proofLevel}`} />
      </p>
      {evidence && (
        <p className="small muted">
          <FormattedMessage id="indicators.evidence" values={{ evidence: label(evidence) }} />
        </p>
      )}
      {pitfalls && (
        <p className="small muted">
          <FormattedMessage id="indicators.pitfalls" values={{ pitfalls: label(pitfalls) }} />
        </p>
      )}
      {reason && (
        <p className="small muted" dir="auto">
          <FormattedMessage id="indicators.reason" values={{ reason }} />
        </p>
      )}
    </li>
  );
}
