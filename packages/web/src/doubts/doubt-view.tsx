// One doubt: what may be read in two ways, the readings side by side, the words, and what a person decided about it.
import { FormattedMessage } from "react-intl";
import { type Doubt, settleDoubt } from "../api/doubts.ts";
import { useRightsAt } from "../api/rights.ts";
import { useOpen } from "../app/opened.ts";
import { ActorName, Day, type Label, Name, useLabel } from "../language/figures.tsx";
import { DecideReading } from "../readings/decide-reading.tsx";
import { shortened } from "../readings/words-of.ts";
import "./doubts.css";

interface DoubtViewProps {
  readonly doubt: Doubt;
  /** The agreement under which it stands: who decides there may settle it. */
  readonly agreement: string;
}

export function DoubtView({ doubt, agreement }: DoubtViewProps) {
  const label = useLabel();
  const { about } = doubt.inThree;
  const readings = useReadings(doubt);
  return (
    <div className="conflict">
      <h3>
        <FormattedMessage
          id="agreement.doubt"
          values={{ about: <Name>{about ? label(about) : doubt.about}</Name> }}
        />
      </h3>
      {doubt.reason && (
        <p className="small">
          <FormattedMessage id="doubts.why" values={{ reason: <Name>{doubt.reason}</Name> }} />
        </p>
      )}
      <Settled doubt={doubt} />
      <ul className="side-by-side">
        {readings.map((reading, at) => (
          <li key={reading} className="quote" data-adopted={doubt.decision?.reading === at + 1 || undefined}>
            <Name>{reading}</Name>
          </li>
        ))}
      </ul>
      <Passages doubt={doubt} />
      <Settle doubt={doubt} agreement={agreement} readings={readings} />
    </div>
  );
}

/** The readings in the reader's language, where they are known in it. */
function useReadings(doubt: Doubt): readonly string[] {
  const label = useLabel();
  const inLanguage = (known: Label | null | undefined, written: string) => (known ? label(known) : written);
  return doubt.readings.map((reading, at) => inLanguage(doubt.inThree.readings[at], reading));
}

function Settled({ doubt: { decision } }: { doubt: Doubt }) {
  if (decision === null) return null;
  const { reading, decidedOn, decidedBy, reason } = decision;
  return (
    <p className="small" data-settled={reading !== null}>
      <FormattedMessage
        id={reading === null ? "doubts.openAgain" : "doubts.settled"}
        values={{
          ...{ rank: reading, day: <Day value={decidedOn} />, who: <ActorName label={decidedBy} /> },
          reason: <Name>{reason}</Name>,
        }}
      />
    </p>
  );
}

function Passages({ doubt: { passages } }: { doubt: Doubt }) {
  const open = useOpen();
  return (
    <p className="quote-foot">
      {passages.map((passage) => (
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
  );
}

function Settle({ doubt, agreement, readings }: DoubtViewProps & { readonly readings: readonly string[] }) {
  const { may } = useRightsAt({ agreement });
  if (!may("sources.decide")) return null;
  return (
    <DecideReading
      of={`doubt ${doubt.id}`}
      readings={readings.map((reading, at) => ({ id: String(at + 1), words: shortened(reading) }))}
      decide={(decision) => settleDoubt(doubt.id, decision)}
    />
  );
}
