import { FormattedMessage, useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import type { WorkEntry } from "../api/work.ts";
import { today } from "../app/today.ts";
import { Day, Name, ordinalFirst } from "../language/figures.tsx";
import { WithReferences } from "../language/references.tsx";
import { useSayReference } from "../language/say-reference.ts";
import { PlaceLink } from "./place-link.tsx";

/** What to do, about what, by when; the sentence leads to the place. */
export function EntryRow({ entry }: { entry: WorkEntry }) {
  const say = useSayEntry();
  const title = useTitle();
  const named = title(entry);
  return (
    <li className="work-entry" data-urgency={entry.urgency}>
      <div>
        <PlaceLink place={entry.place}>
          <WithReferences text={say(entry)} />
        </PlaceLink>
        <p className="small muted">
          <Name>{named}</Name>
          {entry.reference && entry.reference !== named && (
            <>
              {" · "}
              <span className="nowrap">
                <Name>{entry.reference}</Name>
              </span>
            </>
          )}
        </p>
      </div>
      <When entry={entry} />
    </li>
  );
}

function When({ entry: { urgency, dueOn, at } }: { entry: WorkEntry }) {
  if (urgency !== "changed" && dueOn)
    return (
      <p className="small work-when" data-late={dueOn < today() || undefined}>
        <FormattedMessage id="work.due" values={{ day: <Day value={dueOn} /> }} />
      </p>
    );
  if (!at) return null;
  return (
    <p className="small muted work-when">
      {urgency === "changed" ? (
        <Day value={at} />
      ) : (
        <FormattedMessage id="work.waitsSince" values={{ day: <Day value={at} /> }} />
      )}
    </p>
  );
}

/** A name or a quoted title that reads the other way keeps the words and signs around it in their places. */
const isolated = (text: string) => (/\s/u.test(text) ? `\u2068${text}\u2069` : text);

/** The sentence of the folder that asks; days among its values are said as days. */
function useSayEntry() {
  const intl = useIntl();
  const say = useSayReference();
  const inWords = (value: string | number) => {
    if (typeof value === "number") return value;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value))
      return ordinalFirst(
        intl.locale,
        intl.formatDate(`${value}T12:00:00Z`, { dateStyle: "long", timeZone: "UTC" }),
      );
    return intl.locale.startsWith("ar") ? isolated(say(value)) : say(value);
  };
  return ({ says, params }: WorkEntry) =>
    intl.formatMessage(
      { id: `core.${says}` },
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(value)])),
    );
}
