// One measure: what it is, its components, and each of its terms with every value that it had, has and will have.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Measure, measures } from "../api/measures.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name, useLabel } from "../language/figures.tsx";
import { useMeasureKind } from "./measure-kind.ts";
import { TermVersions } from "./term-versions.tsx";
import { useTermName } from "./term-words.ts";
import { termsOf } from "./terms.ts";
import "./measures.css";

export function MeasurePage() {
  const { code } = useParams({ from: "/measures/$code" });
  const label = useLabel();
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(measures());
  const measure = data?.find((one) => one.code === code);
  const name = measure ? label(measure.label) : code;
  const isSetter = may(who, "vocabulary.define");
  return (
    <Page
      title={name}
      name={name}
      lead={
        <>
          <code>{code}</code>{" "}
          <Link to="/measures" className="not-printed">
            <FormattedMessage id="measures.toAll" />
          </Link>
        </>
      }
      aside={
        measure &&
        isSetter && (
          <Link className="button not-printed" to="/measures/$code/set" params={{ code }}>
            <FormattedMessage id="measureForm.open" />
          </Link>
        )
      }
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && !measure && (
        <p>
          <FormattedMessage id="measures.unknown" values={{ code: <code>{code}</code> }} />
        </p>
      )}
      {data && measure && <MeasureFacts measure={measure} all={data} />}
      {measure && <Terms measure={measure} isSetter={isSetter} />}
    </Page>
  );
}

function MeasureFacts({ measure, all }: { measure: Measure; all: readonly Measure[] }) {
  const intl = useIntl();
  const kind = useMeasureKind();
  const { operator, startYear, status, source } = measure;
  const parent = all.find(({ code }) => code === measure.parent);
  const components = all.filter((one) => one.parent === measure.code);
  const knownStatus = `measures.status.${status}`;
  return (
    <dl className="pairs measure-facts">
      <Fact of="kind">{kind(measure.kind)}</Fact>
      {operator && (
        <Fact of="operator">
          <Name>{operator}</Name>
        </Fact>
      )}
      {startYear !== null && <Fact of="since">{startYear}</Fact>}
      {status && status !== "unknown" && (
        <Fact of="status">
          {intl.messages[knownStatus] === undefined ? (
            <Name>{status}</Name>
          ) : (
            <FormattedMessage id={knownStatus} />
          )}
        </Fact>
      )}
      {parent && (
        <Fact of="parent">
          <MeasureLink measure={parent} />
        </Fact>
      )}
      {components.length > 0 && (
        <Fact of="components">
          {components.map((one, index) => (
            <Fragment key={one.code}>
              {index > 0 && " · "}
              <MeasureLink measure={one} />
            </Fragment>
          ))}
        </Fact>
      )}
      {source && (
        <Fact of="source">
          <bdi className="measure-source">{source}</bdi>
        </Fact>
      )}
    </dl>
  );
}

function MeasureLink({ measure }: { measure: Measure }) {
  const label = useLabel();
  return (
    <Link to="/measures/$code" params={{ code: measure.code }}>
      {label(measure.label)}
    </Link>
  );
}

function Fact({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className="pair">
      <dt className="small muted">
        <FormattedMessage id={`measures.column.${of}`} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Terms({ measure, isSetter }: { measure: Measure; isSetter: boolean }) {
  const nameOf = useTermName();
  const terms = termsOf(measure.settings);
  return (
    <section className="measure-terms">
      <h2>
        <FormattedMessage id="measures.terms" />
      </h2>
      {terms.length === 0 && (
        <p className="muted">
          <FormattedMessage id="measures.noTermYet" />
        </p>
      )}
      {terms.map(([setting, versions]) => (
        <section key={setting}>
          <header className="term-head">
            <h3>{nameOf(setting)}</h3>
            {isSetter && (
              <Link
                className="small not-printed"
                to="/measures/$code/set"
                params={{ code: measure.code }}
                search={{ term: setting }}
              >
                <FormattedMessage id="measureForm.change" values={{ term: nameOf(setting) }} />
              </Link>
            )}
          </header>
          <TermVersions versions={versions} />
        </section>
      ))}
    </section>
  );
}
