// Every value that a term had, has and will have, the latest first, each with the text that sets it.
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Term } from "../api/measures.ts";
import { today } from "../app/today.ts";
import { Name, Period } from "../language/figures.tsx";
import { useTermValue } from "./term-words.ts";
import { standingOf } from "./terms.ts";
import "./measures.css";

export function TermVersions({ versions }: { versions: readonly Term[] }) {
  return (
    <ol className="term-versions">
      {versions.toReversed().map((one) => (
        <Version key={one.from ?? "always"} term={one} />
      ))}
    </ol>
  );
}

function Version({ term }: { term: Term }) {
  const say = useTermValue();
  const standing = standingOf(term, today());
  return (
    <li data-standing={standing}>
      <p>
        <strong>
          <bdi>{say(term)}</bdi>
        </strong>
        <span className="small muted">
          {" · "}
          <Standing of={standing} />
          {(term.from !== null || term.to !== null) && " · "}
          <Period from={term.from} to={term.to} />
        </span>
      </p>
      <p className="small muted">
        <Source term={term} />
      </p>
    </li>
  );
}

const Standing = ({ of }: { of: string }) => <FormattedMessage id={`measures.standing.${of}`} />;

function Source({ term: { source, confidence } }: { term: Term }) {
  return (
    <FormattedMessage
      id="measures.setBy"
      values={{ source: <SourceName name={source} />, confidence: <Confidence of={confidence} /> }}
    />
  );
}

function Confidence({ of }: { of: string }): ReactNode {
  const intl = useIntl();
  const id = `measures.confidence.${of}`;
  return intl.messages[id] === undefined ? <Name>{of}</Name> : <FormattedMessage id={id} />;
}

/** The press stands for its articles. */
function SourceName({ name }: { name: string }) {
  if (name === "press") return <FormattedMessage id="measures.source.press" />;
  return <Name>{name}</Name>;
}
