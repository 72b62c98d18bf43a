// Under the figure of a place, or of an agreement's whole file: the promises that stand there, each with its own way down
// to its words; who counts there, split; and the rows that make the count.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type NodeKey, nodeMargins, territoryStandings } from "../api/places.ts";
import type { When } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { type OpenedNode, useOpen } from "../app/opened.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Count, Name, useLabel } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { EvidenceParts } from "./counted-part.tsx";
import { Drawer } from "./drawer.tsx";
import { filterOfLine } from "./filter-of-line.ts";
import { Splits } from "./margins-part.tsx";
import { NodeParts } from "./node-parts.tsx";
import { NodePromises } from "./node-promises.tsx";
import { NodeRows } from "./node-rows.tsx";
import { useIsAsked } from "./use-is-asked.ts";

interface NodeDrawerProps {
  readonly opened: OpenedNode;
  readonly when: When;
}

export function NodeDrawer({ opened, when }: NodeDrawerProps) {
  const open = useOpen();
  const space = useShownSpace();
  const words = useVocabulary(space);
  const node: NodeKey = opened.kind === "place" ? { territory: opened.of, space } : { agreement: opened.of };
  return (
    <Drawer
      title={
        <>
          <NodeName opened={opened} when={when} />
          <span className="muted"> · {words.indicator(opened.indicator)}</span>
        </>
      }
      onClose={() => open(null)}
    >
      <NodePromises opened={opened} when={when} />
      <Counted opened={opened} node={node} when={when} />
    </Drawer>
  );
}

function NodeName({ opened, when }: NodeDrawerProps) {
  const space = useShownSpace();
  const label = useLabel();
  const { data } = useQuery({
    ...territoryStandings({ space, indicator: opened.indicator, ...when }),
    enabled: opened.kind === "place",
  });
  const place = data?.places.find(({ code }) => code === opened.of);
  return <Name>{place ? label(place.name) : opened.of}</Name>;
}

/** Who counts at the node, each once there: how many, split how, and the rows. */
function Counted({ opened, node, when }: NodeDrawerProps & { readonly node: NodeKey }) {
  const isAsked = opened.part === "realised" || opened.part === "proven";
  const place = useIsAsked<HTMLElement>(isAsked);
  const [filter, setFilter] = useState(() => filterOfLine(opened.line));
  const { data, error, isPending, refetch } = useQuery(nodeMargins(node, opened.indicator, when));
  // what several parts count is known of today alone
  const isWholeNow = opened.kind === "file" && when.asOf === undefined && when.knownOn === undefined;
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (isPending) return <Waiting lines={4} />;
  return (
    <section className="drawer-section" ref={place}>
      <h3>
        <span>
          <Swatch part="realised" />
          <FormattedMessage id="bar.realisedWord" />
        </span>
        <Count value={data?.realised ? data.realised : null} />
      </h3>
      {!data && (
        <p className="muted small">
          <FormattedMessage id="node.notSeen" />
        </p>
      )}
      {data?.realised === 0 && (
        <p className="muted small">
          <FormattedMessage id="node.nobody" />
        </p>
      )}
      {data && data.realised > 0 && (
        <>
          <p className="small muted">
            <FormattedMessage id="node.once" values={{ proven: <Count value={data.proven} /> }} />
          </p>
          <EvidenceParts byEvidence={data.byEvidence} filter={filter} onFilter={setFilter} />
          <Splits data={data} filter={filter} onFilter={setFilter} />
          {isWholeNow && <NodeParts agreement={opened.of} indicator={opened.indicator} />}
          <NodeRows node={node} indicator={opened.indicator} filter={filter} when={when} />
        </>
      )}
    </section>
  );
}
