// What each part of an agreement's file counts. Parts need not add up: who counts in several stands once above, and is
// listed here (ledger.md §3.3).
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { type MoreThanOnce, moreThanOnce } from "../api/places.ts";
import { useOpen } from "../app/opened.ts";
import { Count } from "../language/figures.tsx";

interface NodePartsProps {
  readonly agreement: string;
  readonly indicator: string;
}

export function NodeParts({ agreement, indicator }: NodePartsProps) {
  const { data } = useQuery(moreThanOnce(agreement, indicator));
  const counting = data?.children.filter(({ total }) => total > 0) ?? [];
  if (!data || counting.length < 2) return null;
  return (
    <div className="node-parts">
      <h4>
        <FormattedMessage id="node.parts" />
      </h4>
      <ul className="bare-list small">
        {counting.map((part) => (
          <li key={part.id}>
            <PartName reference={part.reference} indicator={indicator} /> <Count value={part.total} />
          </li>
        ))}
      </ul>
      <p className="small">
        <FormattedMessage
          id="node.partsSum"
          values={{ sum: <Count value={data.total + data.n} />, total: <Count value={data.total} /> }}
        />
      </p>
      {data.n > 0 && <Several data={data} />}
    </div>
  );
}

/** A commitment opens its own figure, an agreement that of its file. */
function PartName({ reference, indicator }: { reference: string; indicator: string }) {
  const open = useOpen();
  const isCommitment = reference.includes("/");
  const opened = isCommitment
    ? ({ kind: "figure", commitment: reference, part: "realised" } as const)
    : ({ kind: "file", of: reference, indicator, part: "realised" } as const);
  return (
    <button type="button" className="figure" onClick={() => open(opened)}>
      <bdi>{reference}</bdi>
    </button>
  );
}

function Several({ data }: { data: MoreThanOnce }) {
  const names = new Map(data.children.map(({ id, reference }) => [id, reference]));
  return (
    <details className="small">
      <summary>
        <FormattedMessage id="node.several" values={{ count: data.n }} />
      </summary>
      <ol>
        {data.subjects.map(({ subject, children }) => (
          <li key={subject}>
            <bdi>{children.map((id) => names.get(id) ?? id).join(" · ")}</bdi>
          </li>
        ))}
      </ol>
    </details>
  );
}
