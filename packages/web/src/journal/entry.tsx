import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { JournalEntry } from "../api/persons.ts";
import { Instant, Name } from "../language/figures.tsx";

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
        <Changes changes={first} />
        {rest.length > 0 && (
          <details className="small">
            <summary>
              <FormattedMessage id="journal.moreChanges" values={{ count: rest.length }} />
            </summary>
            <Changes changes={rest} />
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

function Changes({ changes }: { changes: JournalEntry["changes"] }) {
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
                <Told value={before} />
              </del>
            )}{" "}
            {after !== null && (
              <ins dir="auto">
                <Told value={after} />
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The field in the reader's words where there are some, else as it is kept. */
function FieldWord({ field }: { field: string }) {
  const intl = useIntl();
  const last = field.slice(field.lastIndexOf(".") + 1);
  const id = `journal.field.${last.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  if (intl.messages[id] === undefined) return <bdi>{field}</bdi>;
  return <span title={field}>{intl.formatMessage({ id })}</span>;
}

/** The value as it is kept; yes and no in the reader's words. */
function Told({ value }: { value: string }) {
  if (value === "true" || value === "false") return <FormattedMessage id={`journal.value.${value}`} />;
  return value;
}
