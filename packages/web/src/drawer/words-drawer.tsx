// The whole text of a source, with the words that were read marked where they stand.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";
import { type Document, document as documentQuery } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { useOpen } from "../app/opened.ts";
import { Waiting } from "../app/waiting.tsx";
import { DoubtHere } from "../doubts/doubt-here.tsx";
import { Colon, Name, useLabel, usePartialDay } from "../language/figures.tsx";
import { cutText } from "./cut-text.ts";
import { Drawer } from "./drawer.tsx";

export function WordsDrawer({ document, passage }: { document: string; passage: string }) {
  const open = useOpen();
  const { data, error, refetch } = useQuery(documentQuery(document));
  const chosen = data?.passages.find(({ id }) => id === passage);
  return (
    <Drawer
      title={data ? <Name lang={data.language}>{data.title}</Name> : <FormattedMessage id="drawer.words" />}
      onClose={() => open(null)}
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Source document={data} />}
      {data && <WholeText key={passage} document={data} passage={passage} />}
      {data && <Asserted document={data} passage={passage} />}
      {chosen && <DoubtHere passage={chosen} />}
    </Drawer>
  );
}

function Source({ document }: { document: Document }) {
  const partialDay = usePartialDay();
  const published = partialDay(document.published);
  return (
    <p className="muted small">
      <FormattedMessage id={`source.kind.${document.kind}`} />
      {document.publisher && (
        <>
          {" · "}
          <Name>{document.publisher}</Name>
        </>
      )}
      {" · "}
      {published ?? <FormattedMessage id="source.noDate" />}
    </p>
  );
}

function WholeText({ document, passage }: { document: Document; passage: string }) {
  const marked = useRef<HTMLElement>(null);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: "center" });
  }, []);
  const chosen = document.passages.find(({ id }) => id === passage);
  const pieces = cutText(document.text, chosen ?? null, document.passages);
  return (
    <div className="whole-text" lang={document.language} dir="auto">
      {pieces.map(({ start, text, kind }) => {
        if (kind === "chosen") {
          return (
            <mark key={start} ref={marked}>
              {text}
            </mark>
          );
        }
        return kind === "other" ? (
          <span key={start} className="other-words">
            {text}
          </span>
        ) : (
          text
        );
      })}
    </div>
  );
}

/** What the marked words were read as, and how: as written, by a named rule, or inferred and why. */
function Asserted({ document, passage }: { document: Document; passage: string }) {
  const label = useLabel();
  const read = document.assertions.filter((assertion) => assertion.passage.id === passage);
  if (read.length === 0) return null;
  return (
    <section className="drawer-section">
      <h3>
        <FormattedMessage id="drawer.readAs" />
      </h3>
      <ul className="bare-list small">
        {read.map((assertion) => (
          <li key={assertion.id}>
            <FormattedMessage id={`source.how.${assertion.how}`} />
            {assertion.why && (
              <>
                <Colon />
                <Name>{assertion.whyInThree ? label(assertion.whyInThree) : assertion.why}</Name>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
