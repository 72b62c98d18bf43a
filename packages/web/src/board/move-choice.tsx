import { FormattedMessage, useIntl } from "react-intl";
import { useActWords } from "../agreements/agreement-words.tsx";
import { useSayMissing } from "../form/missing-list.tsx";
import { WithReferences } from "../language/references.tsx";
import type { Move } from "./moves.ts";

interface MoveChoiceProps {
  readonly moves: readonly Move[];
  readonly chosen: Move["act"] | undefined;
  readonly onChoose: (act: Move["act"]) => void;
}

/** The acts that are open from here, where each leads, and what it still misses. */
export function MoveChoice({ moves, chosen, onChoose }: MoveChoiceProps) {
  const intl = useIntl();
  const say = useSayMissing();
  const actWords = useActWords();
  return (
    <fieldset className="move-choice">
      <legend className="small muted">
        <FormattedMessage id="board.whichMove" />
      </legend>
      {moves.map(({ act, to, column, missing }) => (
        <label key={act}>
          <input type="radio" name="act" checked={act === chosen} onChange={() => onChoose(act)} />
          <span>
            {actWords({ act, to })}
            <span className="muted">
              {" · "}
              {intl.formatMessage({ id: `core.agreements.column.${column}` })}
            </span>
            {missing.length > 0 && (
              <span className="small attention move-missing">
                <FormattedMessage
                  id="board.missing"
                  values={{
                    missing: (
                      <WithReferences
                        text={intl.formatList(
                          missing.flatMap(({ missing: what }) => what.map((one) => say(one).words)),
                        )}
                      />
                    ),
                  }}
                />
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
