// Where sources disagree, or a text can be read in two ways: both stand side by side, nothing is chosen in silence.
import { FormattedMessage } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { useOpen } from "../app/opened.ts";
import { Day, type Label, Name, useLabel, usePartialDay } from "../language/figures.tsx";
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
  if (conflicts.length === 0 && agreement.doubts.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="agreement.conflicts" />}>
      {conflicts.map((source) => (
        <Conflict key={`${source.objectKind} ${source.objectId}`} source={source} />
      ))}
      {agreement.doubts.map((doubt) => (
        <Doubt key={doubt.id} doubt={doubt} />
      ))}
    </Section>
  );
}

function Conflict({ source }: { source: Source }) {
  const field = source.objectKind.replace(/^agreement\./, "");
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
    </div>
  );
}

function Reading({ reading }: { reading: Source["readings"][number] }) {
  const open = useOpen();
  const partialDay = usePartialDay();
  const value = reading.text ?? reading.quantity ?? (reading.date && partialDay(reading.date));
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

function Doubt({ doubt }: { doubt: Agreement["doubts"][number] }) {
  const open = useOpen();
  const label = useLabel();
  const { about, readings } = doubt.inThree;
  return (
    <div className="conflict">
      <h3>
        <FormattedMessage
          id="agreement.doubt"
          values={{ about: <Name>{about ? label(about) : doubt.about}</Name> }}
        />
      </h3>
      <ul className="side-by-side">
        {doubt.readings.map((reading, at) => (
          <li key={reading} className="quote">
            <Name>{inThreeOr(readings[at], reading, label)}</Name>
          </li>
        ))}
      </ul>
      <p className="quote-foot">
        {doubt.passages.map((passage) => (
          <button
            key={passage.id}
            type="button"
            className="figure small"
            onClick={() => open({ kind: "words", document: passage.documentId, passage: passage.id })}
          >
            «&nbsp;<Name>{passage.content}</Name>&nbsp;»
          </button>
        ))}
      </p>
    </div>
  );
}

const inThreeOr = (known: Label | null | undefined, written: string, label: (of: Label) => string) =>
  known ? label(known) : written;
