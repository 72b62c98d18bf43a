import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { JournalEntry } from "../api/persons.ts";
import { Instant, Name } from "../language/figures.tsx";
import { FieldWord, Told } from "./told-value.tsx";

const shownAtFirst = 4;

/** Who did what, when, why, and what was there before and after. */
export function Entry({ entry }: { entry: JournalEntry }) {
  const { at, sentence, reason, changes } = entry;
  const [first, rest] = [changes.slice(0, shownAtFirst), changes.slice(shownAtFirst)];
  return (
    <li className="journal-entry">
      <p className="small muted journal-when">
        <Instant value={at} />
      </p>
      <div className="journal-what">
        <p>
          {sentence} <ToObject entry={entry} />
        </p>
        {reason && (
          <p className="journal-reason">
            <FormattedMessage id="journal.reason" values={{ reason: <Name>{reason}</Name> }} />
          </p>
        )}
        <Changes act={entry.act} changes={first} />
        {rest.length > 0 && (
          <details className="small">
            <summary>
              <FormattedMessage id="journal.moreChanges" values={{ count: rest.length }} />
            </summary>
            <Changes act={entry.act} changes={rest} />
          </details>
        )}
      </div>
    </li>
  );
}

function ToObject({ entry: { object } }: { entry: JournalEntry }) {
  const reference = object.label.split(/[/,]/)[0] ?? "";
  if (!["agreement", "commitment", "contribution", "fact", "declaration"].includes(object.kind)) return null;
  if (!/^[A-Z0-9-]{3,32}$/.test(reference)) return null;
  return (
    <Link to="/agreements/$reference" params={{ reference }} className="small">
      <Name>{reference}</Name>
    </Link>
  );
}

function Changes({ act, changes }: Pick<JournalEntry, "act" | "changes">) {
  if (changes.length === 0) return null;
  return (
    <dl className="journal-changes small">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>
            <FieldWord field={field} />
          </dt>
          <dd>
            {before !== null && (
              <del dir="auto">
                <Told act={act} field={field} value={before} />
              </del>
            )}{" "}
            {after !== null && (
              <ins dir="auto">
                <Told act={act} field={field} value={after} />
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
