import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { agreementCommitments, type StandingRow, type When } from "../api/read.ts";
import { Count, Day, Name } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { Quoted } from "../words/quoted.tsx";
import { useIsAsked } from "./use-is-asked.ts";

interface SignedPartProps {
  readonly row: StandingRow;
  readonly isAsked: boolean;
  readonly when: When;
}

/** The target and all that it has been: a lowered target stays in view, with its clause and reason. */
export function SignedPart({ row, isAsked, when }: SignedPartProps) {
  const place = useIsAsked<HTMLElement>(isAsked);
  const { data } = useQuery(agreementCommitments(row.agreement ?? "", when));
  const versions = data?.commitments.find(({ reference }) => reference === row.commitment)?.versions ?? [];
  return (
    <section className="drawer-section" ref={place}>
      <h3>
        <span>
          <Swatch part="signed" />
          <FormattedMessage id="bar.signedWord" />
        </span>
        <Count value={row.signed.current} />
      </h3>
      {data && versions.length === 0 && (
        <p className="muted small">
          <FormattedMessage id="figure.notSigned" />
        </p>
      )}
      <ol className="bare-list">
        {versions.map((version) => (
          <li key={version.version} className="quote">
            <strong>
              <Count value={version.quantity} />
              {version.change !== null && version.change !== 0 && (
                <span className="small muted">
                  {" "}
                  <FormattedMessage id="figure.change" values={{ change: version.change }} />
                </span>
              )}
            </strong>
            <p className="quote-foot">
              <span>
                <FormattedMessage
                  id={version.amendment === null ? "figure.originalTarget" : "figure.amendment"}
                  values={{ number: version.amendment, from: <Day value={version.from} /> }}
                />
              </span>
              {version.clause && <Name>{version.clause}</Name>}
              {version.reason && <Name>{version.reason}</Name>}
            </p>
            {version.words.map((one) => (
              <Quoted key={one.passage} {...one} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
