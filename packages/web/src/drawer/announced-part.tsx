import { FormattedMessage, useIntl } from "react-intl";
import { adoptAnnounced } from "../api/decisions.ts";
import type { StandingRow } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { useOpen } from "../app/opened.ts";
import { Count, Name } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { DecideReading } from "../readings/decide-reading.tsx";
import { DecisionsTaken } from "../readings/decisions-taken.tsx";
import { wordsOfReading } from "../readings/words-of.ts";
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
      {disagree && row.commitment !== null && <WhichHolds row={row} commitment={row.commitment} />}
    </section>
  );
}

/** What was decided where the readings disagree, and the form to decide it. */
function WhichHolds({ row, commitment }: { row: StandingRow; commitment: string }) {
  const intl = useIntl();
  const { may } = useRightsAt({ agreement: commitment.replace(/\/\d+$/u, "") });
  const words = useVocabulary(row.space);
  const readings = row.announced.map(({ assertionId, value, indicator, passage }) => {
    const count = value === null ? intl.formatMessage({ id: "figures.noNumber" }) : intl.formatNumber(value);
    const said = indicator === null ? count : `${count} · ${words.indicator(indicator)}`;
    return { id: assertionId, words: wordsOfReading(said, passage) };
  });
  return (
    <>
      <DecisionsTaken objectKind="commitment" object={row.nodeId} readings={readings} />
      {may("commitments.sign") && (
        <DecideReading
          of={commitment}
          readings={readings}
          decide={(decision) => adoptAnnounced(commitment, decision)}
        />
      )}
    </>
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
