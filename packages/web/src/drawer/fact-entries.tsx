import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import { fact as factQuery } from "../api/read.ts";
import { Instant, Name } from "../language/figures.tsx";

/** One row to its end: who recorded it, who verified it and with what, where it is sealed. */
export function FactEntries({ id }: { id: string }) {
  const { data } = useQuery(factQuery(id));
  if (!data) return null;
  const { fact, entries, block } = data;
  return (
    <section className="drawer-section fact-entries small" aria-live="polite">
      <h4>
        <FormattedMessage id="facts.one" />
      </h4>
      <ul className="bare-list">
        <li>
          <FormattedMessage
            id="facts.recorded"
            values={{ at: <Instant value={fact.recordedAt} />, source: <Name>{fact.source}</Name> }}
          />
          {fact.evidenceReference && (
            <>
              {" · "}
              <Name>{fact.evidenceReference}</Name>
            </>
          )}
        </li>
        {entries.map((entry) => (
          <li key={entry.id}>
            <FormattedMessage
              id={`facts.${entry.kind}`}
              values={{
                at: <Instant value={entry.recordedAt} />,
                level: <FormattedMessage id={`figure.level.E${entry.evidence ?? 1}`} />,
              }}
            />
            {entry.matchedWith && (
              <>
                {" · "}
                <Name>{entry.matchedWith}</Name>
              </>
            )}
            {entry.reason && (
              <>
                {" · "}
                <Name>{entry.reason}</Name>
              </>
            )}
          </li>
        ))}
        <li className="muted">
          {block === null ? (
            <FormattedMessage id="facts.notSealed" />
          ) : (
            <FormattedMessage id="facts.sealed" values={{ block }} />
          )}
        </li>
      </ul>
      <ToResult id={id} />
    </section>
  );
}

/** Where a row is corrected or withdrawn, for who may. */
function ToResult({ id }: { id: string }) {
  const { data } = useQuery(me());
  const isThere = useLocation({ select: ({ pathname }) => pathname.endsWith(id) });
  if (isThere || !may(data, "results.withdraw")) return null;
  return (
    <p className="not-printed">
      <Link to="/results/fact/$fact" params={{ fact: id }}>
        <FormattedMessage id="facts.toResult" />
      </Link>
    </p>
  );
}
