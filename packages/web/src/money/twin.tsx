// The same amount of the same day stands already: it is shown where the refusal would be, with the tick that says that this
// one is another indeed.
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type MovementKind, movementKinds } from "../api/funding.ts";
import { Refused } from "../api/refused.ts";
import { Money as Amount, Day, Name } from "../language/figures.tsx";

interface Twin {
  readonly kind: MovementKind;
  readonly amount: string;
  readonly currency: string;
  readonly on: string;
  readonly recorded: string;
  /** The numbers of its papers. */
  readonly papers: string;
}

/** The one that stands already; null when the refusal is of another sort. */
function twinOf(error: unknown): Twin | null {
  if (!(error instanceof Refused) || error.code !== "funding.moved_already") return null;
  const text = (name: string) => String(error.params[name] ?? "");
  const kind = movementKinds.find((one) => one === text("kind")) ?? "paid";
  return {
    ...{ kind, amount: text("amount"), currency: text("currency"), on: text("on") },
    ...{ recorded: text("recorded"), papers: text("papers") },
  };
}

/** Keeps the one that was met, as long as what is told stays the same. */
export function useTwin() {
  const [met, setMet] = useState<{ readonly told: string; readonly twin: Twin } | null>(null);
  return {
    asking: async <T,>(told: string, send: () => Promise<T>): Promise<T> => {
      try {
        return await send();
      } catch (error) {
        const twin = twinOf(error);
        if (twin) setMet({ told, twin });
        throw error;
      }
    },
    /** To be asked in place of the refusal; null when there is none, or when something else was refused since. */
    of: (told: string, refusal: Error | null): Twin | null =>
      met?.told === told && (refusal === null || twinOf(refusal) !== null) ? met.twin : null,
  };
}

interface TwinQuestionProps {
  readonly twin: Twin;
  readonly isAnother: boolean;
  readonly onTick: (isAnother: boolean) => void;
}

export function TwinQuestion({ twin, isAnother, onTick }: TwinQuestionProps) {
  const { kind, amount, currency, on, recorded, papers } = twin;
  return (
    <div className="refusal" role="alert">
      <p>
        <FormattedMessage
          id={`move.twin.${kind}`}
          values={{
            amount: <Amount amount={amount} currency={currency} />,
            ...{ day: <Day value={on} />, recorded: <Day value={recorded} /> },
          }}
        />{" "}
        {papers !== "none" && (
          <FormattedMessage id="move.twin.papers" values={{ papers: <Name>{papers}</Name> }} />
        )}
      </p>
      <label className="twin-tick">
        <input type="checkbox" checked={isAnother} onChange={({ target }) => onTick(target.checked)} />{" "}
        <FormattedMessage id={`move.twin.another.${kind}`} />
      </label>
    </div>
  );
}
