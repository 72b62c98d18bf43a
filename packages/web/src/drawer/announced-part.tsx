import { FormattedMessage } from "react-intl";
import type { StandingRow } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { useOpen } from "../app/opened.ts";
import { Count, Name } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { useIsAsked } from "./use-is-asked.ts";

/** Every reading of the sources, side by side where they disagree, each with its words and the way to them. */
export function AnnouncedPart({ row, isAsked }: { row: StandingRow; isAsked: boolean }) {
  const place = useIsAsked<HTMLElement>(isAsked);
  if (row.announced.length === 0) return null;
  const disagree = new Set(row.announced.map(({ value, indicator }) => `${value} ${indicator}`)).size > 1;
  return (
    <section className="drawer-section" ref={place}>
      <h3>
        <span>
          <Swatch part="announced" />
          <FormattedMessage id="bar.announcedWord" />
        </span>
        <span className="small muted">
          <FormattedMessage id="figure.readings" values={{ count: row.announced.length }} />
        </span>
      </h3>
      {disagree && (
        <p className="attention small">
          <FormattedMessage
            id={
              row.announced.some(({ adopted }) => adopted) ? "figure.conflictAdopted" : "figure.conflictOpen"
            }
          />
        </p>
      )}
      <ul className={disagree ? "side-by-side" : "bare-list"}>
        {row.announced.map((reading) => (
          <Reading key={reading.assertionId} reading={reading} space={row.space} />
        ))}
      </ul>
    </section>
  );
}

function Reading({ reading, space }: { reading: StandingRow["announced"][number]; space: Space }) {
  const words = useVocabulary(space);
  const open = useOpen();
  return (
    <li className="quote" data-adopted={reading.adopted || undefined}>
      <strong>
        <Count value={reading.value} />{" "}
        {reading.indicator && <span className="small">{words.indicator(reading.indicator)}</span>}
      </strong>
      <blockquote dir="auto">
        «&nbsp;<Name>{reading.passage}</Name>&nbsp;»
      </blockquote>
      <p className="quote-foot">
        <Name>{reading.source}</Name>
        {reading.saidBy && (
          <span>
            <FormattedMessage id="figure.saidBy" values={{ who: <Name>{reading.saidBy}</Name> }} />
          </span>
        )}
        {reading.qualifier && reading.qualifier !== "exact" && (
          <FormattedMessage id={`figure.qualifier.${reading.qualifier}`} />
        )}
        {reading.adopted && <FormattedMessage id="figure.adopted" />}
      </p>
      <button
        type="button"
        className="button small to-words"
        onClick={() => open({ kind: "words", document: reading.documentId, passage: reading.passageId })}
      >
        <FormattedMessage id="figure.toWords" />
      </button>
    </li>
  );
}
