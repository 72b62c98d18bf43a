import { FormattedMessage } from "react-intl";
import type { WaitingResult } from "../api/results.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { Day, Instant, Name } from "../language/figures.tsx";

/** The result in words: what, when, where, who, from whom. */
export function ResultTold({ result }: { result: WaitingResult }) {
  const words = useVocabulary(useShownSpace());
  const { indicator, date, place, sex, ageBand, recorder, source, recordedAt, note } = result;
  return (
    <div>
      <h2>{words.indicator(indicator)}</h2>
      <p>
        <Day value={date} />
        {place && (
          <>
            {" · "}
            <Name>{words.place(place)}</Name>
          </>
        )}
        {sex !== "U" && (
          <>
            {" · "}
            <FormattedMessage id={`facts.sex.${sex}`} />
          </>
        )}
        {ageBand !== "U" && ageBand !== "other" && (
          <>
            {" · "}
            <FormattedMessage id="results.ageBand" values={{ band: <bdi dir="ltr">{ageBand}</bdi> }} />
          </>
        )}
      </p>
      <p className="small muted">
        <Name>{result.commitment}</Name> · <Name>{result.title}</Name>
      </p>
      <p className="small muted">
        <FormattedMessage
          id="results.enteredBy"
          values={{ by: <Name>{recorder ?? source}</Name>, at: <Instant value={recordedAt} /> }}
        />
      </p>
      {note && (
        <p>
          <Name>{note}</Name>
        </p>
      )}
    </div>
  );
}
