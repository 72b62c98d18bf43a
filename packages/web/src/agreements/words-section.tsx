import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { type Agreement, agreementStandings, type When } from "../api/read.ts";
import { useOpen } from "../app/opened.ts";
import { Count, Name } from "../language/figures.tsx";
import { Section } from "./section.tsx";

/** The words in which each figure was announced, and the text in which they stand. */
export function WordsSection({ agreement, when }: { agreement: Agreement; when: When }) {
  const open = useOpen();
  const { data } = useQuery(agreementStandings(agreement.reference, when));
  const own = (data ?? []).filter((row) => row.commitment !== null && row.agreement === agreement.reference);
  const said = own.flatMap((row) => row.announced.map((reading) => ({ row, reading })));
  if (said.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="agreement.words" />}>
      <ul className="words-list">
        {said.map(({ row, reading }) => (
          <li key={`${row.nodeId} ${reading.assertionId}`} className="quote">
            <blockquote dir="auto">
              <button
                type="button"
                className="figure"
                onClick={() =>
                  open({ kind: "words", document: reading.documentId, passage: reading.passageId })
                }
              >
                «&nbsp;<Name>{reading.passage}</Name>&nbsp;»
              </button>
            </blockquote>
            <p className="quote-foot">
              <Name>{row.commitment}</Name>
              {reading.value !== null && <Count value={reading.value} />}
              <Name>{reading.source}</Name>
              {reading.saidBy && (
                <span>
                  <FormattedMessage id="figure.saidBy" values={{ who: <Name>{reading.saidBy}</Name> }} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
