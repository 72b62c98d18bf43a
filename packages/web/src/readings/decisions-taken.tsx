import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { decisionsOn } from "../api/decisions.ts";
import { Day, Name } from "../language/figures.tsx";

interface DecisionsTakenProps {
  readonly objectKind: string;
  readonly object: string;
  readonly readings: readonly { readonly id: string; readonly words: string }[];
}

/** Every decision on one figure, the last first: a past day reads as it did then. */
export function DecisionsTaken({ objectKind, object, readings }: DecisionsTakenProps) {
  const { data = [] } = useQuery(decisionsOn(objectKind, object));
  if (data.length === 0) return null;
  const words = new Map(readings.map((one) => [one.id, one.words]));
  return (
    <ol className="bare-list small decisions-taken">
      {data.map(({ id, assertionId, decidedOn, decidedBy, reason }) => (
        <li key={id}>
          <FormattedMessage
            id={assertionId === null ? "readings.decidedNone" : "readings.decided"}
            values={{
              day: <Day value={decidedOn} />,
              who: <Name>{decidedBy}</Name>,
              what: <Name>{words.get(assertionId ?? "") ?? ""}</Name>,
              reason: <Name>{reason}</Name>,
            }}
          />
        </li>
      ))}
    </ol>
  );
}
