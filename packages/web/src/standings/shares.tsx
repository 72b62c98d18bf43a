// Women's share and rural share of those who count at a place, of those of whom it is known.
import { FormattedMessage, useIntl } from "react-intl";
import type { PlaceRow } from "../api/places.ts";
import { Count } from "../language/figures.tsx";
import { Bar } from "./ranked-places.tsx";

interface SharesProps {
  readonly place: PlaceRow;
  readonly onOpen: (line: string) => void;
}

export function Shares({ place: { counted }, onOpen }: SharesProps) {
  if (counted === null || counted.realised === 0) return null;
  const { women, men, rural, urban, realised } = counted;
  return (
    <section className="figure-block" aria-labelledby="shares-title">
      <h3 id="shares-title">
        <FormattedMessage id="places.shares" />
      </h3>
      <Pair
        share="women"
        all={realised}
        sides={[
          { id: "women", line: "sex=F", value: women },
          { id: "men", line: "sex=M", value: men },
        ]}
        onOpen={onOpen}
      />
      <Pair
        share="rural"
        all={realised}
        sides={[
          { id: "rural", line: "milieu=R", value: rural },
          { id: "urban", line: "milieu=U", value: urban },
        ]}
        onOpen={onOpen}
      />
    </section>
  );
}

interface Side {
  readonly id: string;
  readonly line: string;
  readonly value: number;
}

interface PairProps {
  readonly share: "women" | "rural";
  readonly all: number;
  readonly sides: readonly [Side, Side];
  readonly onOpen: (line: string) => void;
}

/** Two sides on one base, and the share of the first among those of whom it is known. */
function Pair({ share, all, sides, onOpen }: PairProps) {
  const intl = useIntl();
  const [first, second] = sides;
  const known = first.value + second.value;
  return (
    <div className="share-pair">
      <p>
        <strong>
          {known === 0
            ? "–"
            : intl.formatNumber(first.value / known, { style: "percent", maximumFractionDigits: 1 })}
        </strong>{" "}
        <FormattedMessage
          id={`places.share.${share}`}
          values={{ known: <Count value={known} />, unknown: all - known }}
        />
      </p>
      <ul className="bars">
        {sides.map(({ id, line, value }, at) => (
          <li key={id} className="bar-line">
            <FormattedMessage id={`places.side.${id}`} />
            <Bar
              share={known === 0 ? 0 : value / known}
              className={at === 0 ? "bar-fill" : "bar-fill-light"}
            />
            <button type="button" className="figure number" data-line={line} onClick={() => onOpen(line)}>
              <Count value={value} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
