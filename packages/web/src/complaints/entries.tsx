import { FormattedMessage } from "react-intl";
import type { FollowedComplaint } from "../api/persons.ts";
import { Instant } from "../language/figures.tsx";

/** What was added and answered, in the order of time. */
export function Entries({ entries }: { entries: FollowedComplaint["entries"] }) {
  if (entries.length === 0) return null;
  return (
    <ol className="row-list">
      {entries.map(({ kind, at, text }) => (
        <li key={at}>
          <p className="small muted">
            <FormattedMessage id={`complaints.entry.${kind}`} /> · <Instant value={at} />
          </p>
          {text === null ? (
            <p className="muted">
              <FormattedMessage id="complaints.gone" />
            </p>
          ) : (
            <p dir="auto" className="whole-text">
              {text}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
