import { FormattedMessage } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import type { WaitingResult } from "../api/results.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { ActorName, Day, Instant, Name, useLabel } from "../language/figures.tsx";

/** The result in words: what, when, where, who, from whom. */
export function ResultTold({ result }: { result: WaitingResult }) {
  const words = useVocabulary(useShownSpace());
  const nameOf = useLabel();
  const title = useTitle();
  const { indicator, date, placeName, sex, ageBand, recorder, source, recordedAt, note } = result;
  return (
    <div>
      <h2>{words.indicator(indicator)}</h2>
      <p>
        <Day value={date} />
        {placeName && (
          <>
            {" · "}
            <Name>{nameOf(placeName)}</Name>
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
        <Name>{result.commitment}</Name> · <Name>{title(result)}</Name>
      </p>
      <p className="small muted">
        <FormattedMessage
          id="results.enteredBy"
          values={{ by: <ActorName label={recorder ?? source} />, at: <Instant value={recordedAt} /> }}
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
