// The promises that stand at a place or in an agreement's file: for it itself, as a share of a wider one, told already by
// another. Each opens to its own figures and to its words.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { territoryStandings } from "../api/places.ts";
import { agreementStandings, type StandingRow, standings, type When } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { type OpenedNode, type Part, useOpen } from "../app/opened.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { Count, Name } from "../language/figures.tsx";
import { PromiseBar, Swatch } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import { announcedRange } from "../standings/announced-range.ts";
import { useIsAsked } from "./use-is-asked.ts";

interface NodePromisesProps {
  readonly opened: OpenedNode;
  readonly when: When;
}

interface Standing {
  readonly row: StandingRow;
  readonly as: "own" | "share" | "within";
  readonly of: string | null;
  /** What of its target stands here. */
  readonly signed: number | null;
}

export function NodePromises({ opened, when }: NodePromisesProps) {
  const asked = opened.part !== "realised" && opened.part !== "proven" ? opened.part : null;
  const place = useIsAsked<HTMLElement>(asked !== null);
  const found = useStandings(opened, when);
  if (found === undefined) return null;
  return (
    <section className="drawer-section" ref={place}>
      <h3>
        <span>
          <Swatch part="signed" />
          <FormattedMessage id="node.promises" />
        </span>
        <Count value={found.length} />
      </h3>
      {found.length === 0 && (
        <p className="muted small">
          <FormattedMessage id="node.noPromise" />
        </p>
      )}
      <ul className="bare-list">
        {found.map((standing) => (
          <PromiseHere key={`${standing.row.nodeId} ${standing.of}`} standing={standing} part={asked} />
        ))}
      </ul>
    </section>
  );
}

function useStandings({ kind, of, indicator }: OpenedNode, when: When): Standing[] | undefined {
  const space = useShownSpace();
  const isPlace = kind === "place";
  const map = useQuery({ ...territoryStandings({ space, indicator, ...when }), enabled: isPlace });
  const all = useQuery({ ...standings({ space, ...when }), enabled: isPlace });
  const file = useQuery({ ...agreementStandings(of, when), enabled: !isPlace });
  if (!isPlace) {
    return file.data
      ?.filter((row) => row.commitment !== null && row.indicator === indicator)
      .map((row) => ({
        row,
        as: row.agreement === of ? "own" : "share",
        of: null,
        signed: row.signed.current,
      }));
  }
  return (
    all.data &&
    map.data?.promises
      .filter(({ territory }) => territory === of)
      .flatMap(({ commitment, as, of: wider, signed }) => {
        const row = all.data.find((one) => one.commitment === commitment);
        return row ? [{ row, as, of: wider, signed }] : [];
      })
  );
}

function PromiseHere({ standing, part }: { readonly standing: Standing; readonly part: Part | null }) {
  const { row, as, of, signed } = standing;
  const open = useOpen();
  const words = useVocabulary(row.space);
  const openFigure = () => open({ kind: "figure", commitment: row.commitment ?? "", part });
  return (
    <li className="quote node-promise" data-as={as}>
      <button type="button" className="figure" onClick={openFigure}>
        <Name>{row.commitment}</Name>
      </button>
      {as !== "within" && (
        <strong className="node-amount">
          <Amount standing={standing} part={part} />
        </strong>
      )}
      <Name>{row.wording}</Name>
      {as === "own" ? (
        <PromiseBar
          promised={promisedOf(row)}
          unit={row.unit ? words.unit(row.unit) : ""}
          onOpen={openFigure}
        />
      ) : (
        <p className="quote-foot">
          <FormattedMessage
            id={`node.as.${as}`}
            values={{ of: <Name>{of ?? row.agreement}</Name>, signed: <Count value={signed} /> }}
          />
        </p>
      )}
    </li>
  );
}

/** What the promise adds to the figure that was opened. */
function Amount({
  standing: { row, signed },
  part,
}: {
  readonly standing: Standing;
  readonly part: Part | null;
}) {
  if (part === "declared") return <Count value={row.declared} />;
  if (part !== "announced") return <Count value={signed} />;
  const { low, high } = announcedRange(row);
  if (low === high) return <Count value={low} />;
  return (
    <FormattedMessage
      id="standings.range"
      values={{ low: <Count value={low} />, high: <Count value={high} /> }}
    />
  );
}
