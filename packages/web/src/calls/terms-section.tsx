// What a call says: for whom, how much, by when, judged how.
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Call } from "../api/calls.ts";
import { Count, Day, Money, Name, useLabel } from "../language/figures.tsx";
import { useKindWords } from "../partners/partner-words.tsx";
import { useCallLabel } from "./call-words.tsx";
import "../look/parts.css";
import "../table/data-table.css";
import "./calls.css";

type Terms = Pick<
  Call,
  | "kinds"
  | "currency"
  | "envelope"
  | "ceiling"
  | "ownSharePercent"
  | "passMark"
  | "disagreementPercent"
  | "opensOn"
  | "closesOn"
  | "territory"
  | "provinces"
  | "criteria"
  | "documents"
  | "purpose"
  | "contact"
>;

export function TermsSection({ call }: { call: Terms }) {
  const labelOf = useLabel();
  const kindWords = useKindWords();
  const places = call.provinces.length > 0 ? call.provinces : [call.territory];
  return (
    <Section title={<FormattedMessage id="calls.terms" />}>
      {call.purpose && (
        <p className="call-purpose" dir="auto">
          {call.purpose}
        </p>
      )}
      <dl className="pairs">
        <Pair name="who">{call.kinds.map(kindWords).join(" · ")}</Pair>
        <Pair name="where">{places.map(({ name }) => labelOf(name)).join(" · ")}</Pair>
        <Pair name="envelope">
          <Money amount={call.envelope} currency={call.currency} />
        </Pair>
        <Pair name="ceiling">
          <Money amount={call.ceiling} currency={call.currency} />
        </Pair>
        {call.ownSharePercent > 0 && (
          <Pair name="ownShare">
            <FormattedMessage id="calls.percentOfWhole" values={{ percent: call.ownSharePercent }} />
          </Pair>
        )}
        <Pair name="days">
          <FormattedMessage
            id="calls.fromTo"
            values={{ from: <Day value={call.opensOn} />, to: <Day value={call.closesOn} /> }}
          />
        </Pair>
        {call.contact && (
          <Pair name="contact">
            <Name>{call.contact}</Name>
          </Pair>
        )}
      </dl>
      <Criteria call={call} />
      <Documents documents={call.documents} />
    </Section>
  );
}

function Pair({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="pair">
      <dt>
        <FormattedMessage id={`calls.terms.${name}`} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Criteria({ call }: { call: Terms }) {
  const intl = useIntl();
  const labelOf = useCallLabel();
  const nameOf = (key: string) => intl.formatMessage({ id: `calls.criterion.${key}` });
  return (
    <div className="call-criteria">
      <h3>
        <FormattedMessage id="calls.criteria" />
      </h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="calls.criterion" />
            </th>
            {["weight", "scale", "atLeast"].map((key) => (
              <th key={key} scope="col" className="number">
                {nameOf(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {call.criteria.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <Name>{labelOf(one)}</Name>
              </th>
              <td className="number" data-label={nameOf("weight")}>
                <FormattedMessage id="calls.percent" values={{ percent: one.weight }} />
              </td>
              <td className="number" data-label={nameOf("scale")}>
                <Count value={one.scale} />
              </td>
              <td className="number" data-label={nameOf("atLeast")}>
                <Count value={one.atLeast} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">
        <FormattedMessage
          id={call.passMark === null ? "calls.howScored" : "calls.howScoredPass"}
          values={{ pass: call.passMark ?? 0, percent: call.disagreementPercent }}
        />
      </p>
    </div>
  );
}

function Documents({ documents }: Pick<Terms, "documents">) {
  const labelOf = useCallLabel();
  if (documents.length === 0) return null;
  return (
    <div>
      <h3>
        <FormattedMessage id="calls.documents" />
      </h3>
      <ul className="call-documents">
        {documents.map((one) => (
          <li key={one.number}>
            <Name>{labelOf(one)}</Name>
            {!one.required && (
              <span className="small muted">
                {" · "}
                <FormattedMessage id="calls.optional" />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
