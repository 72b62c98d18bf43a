// Where sources disagree, or a text can be read in two ways: both stand side by side, nothing is chosen in silence.
import { FormattedMessage } from "react-intl";
import { adoptReading } from "../api/decisions.ts";
import type { Agreement } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import type { Space } from "../app/address.ts";
import { useOpen } from "../app/opened.ts";
import { DoubtView } from "../doubts/doubt-view.tsx";
import { Day, Name, usePartialDay } from "../language/figures.tsx";
import { DecideReading } from "../readings/decide-reading.tsx";
import { wordsOfReading } from "../readings/words-of.ts";
import { Section } from "./section.tsx";

/** Fields that hold one value: several fields of cooperation or parties are no conflict. */
const singleFields = new Set([
  "title",
  "purpose",
  "type",
  "kind",
  "state",
  "stands_for",
  "period",
  "signed_on",
  "signed_at",
  "territory",
  "competence",
  "lead_organisation",
]);

type Source = Agreement["sources"][number];

export function ConflictsSection({ agreement }: { agreement: Agreement }) {
  const conflicts = agreement.sources.filter(
    (source) => source.conflict && singleFields.has(source.objectKind.replace(/^agreement\./, "")),
  );
  const { may } = useRightsAt({ agreement: agreement.reference });
  if (conflicts.length === 0 && agreement.doubts.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="agreement.conflicts" />}>
      {conflicts.map((source) => (
        <Conflict
          key={`${source.objectKind} ${source.objectId}`}
          source={source}
          space={agreement.space}
          mayDecide={may("sources.decide")}
        />
      ))}
      {agreement.doubts.map((doubt) => (
        <DoubtView key={doubt.id} doubt={doubt} agreement={agreement.reference} />
      ))}
    </Section>
  );
}

interface ConflictProps {
  readonly source: Source;
  readonly space: Space;
  readonly mayDecide: boolean;
}

function Conflict({ source, space, mayDecide }: ConflictProps) {
  const said = useSaid();
  const { objectKind, objectId } = source;
  const field = objectKind.replace(/^agreement\./, "");
  return (
    <div className="conflict">
      <h3>
        <FormattedMessage id={`agreement.field.${field}`} />
      </h3>
      <p className="attention small">
        {source.decision?.assertionId ? (
          <FormattedMessage
            id="agreement.decided"
            values={{
              day: <Day value={source.decision.decidedOn} />,
              who: <Name>{source.decision.decidedBy}</Name>,
              reason: <Name>{source.decision.reason}</Name>,
            }}
          />
        ) : (
          <FormattedMessage id="agreement.undecided" />
        )}
      </p>
      <ul className="side-by-side">
        {source.readings.map((reading) => (
          <Reading key={reading.id} reading={reading} />
        ))}
      </ul>
      {mayDecide && (
        <DecideReading
          of={`${objectKind} ${objectId}`}
          readings={source.readings.map((one) => ({
            id: one.id,
            words: wordsOfReading(said(one) ?? one.document.title, one.passage.content),
          }))}
          decide={(decision) => adoptReading({ space, objectKind, objectId }, decision)}
        />
      )}
    </div>
  );
}

/** What a reading says: words, a number, or a day as far as it is known. */
function useSaid() {
  const partialDay = usePartialDay();
  return ({ text, quantity, date }: Source["readings"][number]) =>
    text ?? quantity ?? (date && partialDay(date));
}

function Reading({ reading }: { reading: Source["readings"][number] }) {
  const open = useOpen();
  const value = useSaid()(reading);
  return (
    <li className="quote" data-adopted={reading.adopted || undefined}>
      {value && (
        <strong>
          <Name>{value}</Name>
        </strong>
      )}
      <blockquote>
        «&nbsp;<Name lang={reading.document.language}>{reading.passage.content}</Name>&nbsp;»
      </blockquote>
      <p className="quote-foot">
        <Name>{reading.document.title}</Name>
        {reading.adopted && <FormattedMessage id="figure.adopted" />}
      </p>
      <button
        type="button"
        className="button small to-words"
        onClick={() => open({ kind: "words", document: reading.document.id, passage: reading.passage.id })}
      >
        <FormattedMessage id="figure.toWords" />
      </button>
    </li>
  );
}
