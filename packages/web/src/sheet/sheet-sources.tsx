// On which texts the sheet rests, and the words of the first promises.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Agreement, document, type StandingRow } from "../api/read.ts";
import { Name, type PartialDay, usePartialDay } from "../language/figures.tsx";
import { More } from "./sheet-facts.tsx";

const shown = 4;

interface SheetSourcesProps {
  readonly agreement: Agreement;
  readonly rows: readonly StandingRow[];
}

export function SheetSources({ agreement, rows }: SheetSourcesProps) {
  const readings = agreement.sources.flatMap((source) => source.readings);
  const documents = [...new Map(readings.map((reading) => [reading.document.id, reading.document])).values()];
  const quoted = rows.flatMap((row) => row.announced.slice(0, 1)).slice(0, 2);
  const isEmpty = documents.length === 0 && agreement.signedDocumentId === null;
  return (
    <Section title={<FormattedMessage id="agreement.words" />}>
      {isEmpty && (
        <p className="muted small">
          <FormattedMessage id="sheet.noSource" />
        </p>
      )}
      <ul className="sheet-list small">
        {agreement.signedDocumentId && <SignedText id={agreement.signedDocumentId} />}
        {documents.slice(0, shown).map((one) => (
          <Source
            key={one.id}
            kind={one.kind}
            title={[one.title, one.publisher].filter(Boolean).join(" · ")}
            published={one.published}
          />
        ))}
        {quoted.map((reading) => (
          <li key={reading.assertionId} className="two-lines">
            «&nbsp;<Name>{reading.passage}</Name>&nbsp;»
          </li>
        ))}
      </ul>
      <More count={documents.length - shown} />
    </Section>
  );
}

function SignedText({ id }: { id: string }) {
  const { data } = useQuery(document(id));
  return data ? <Source kind={data.kind} title={data.title} published={null} /> : null;
}

interface SourceProps {
  readonly kind: string;
  readonly title: string;
  readonly published: PartialDay | null;
}

function Source({ kind, title, published }: SourceProps) {
  const day = usePartialDay();
  const on = published && day(published);
  return (
    <li>
      <FormattedMessage id={`source.kind.${kind}`} />
      {" · "}
      <Name>{title}</Name>
      {on && ` · ${on}`}
    </li>
  );
}
