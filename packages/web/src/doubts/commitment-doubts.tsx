// What is doubtful about one promise, and the way to say so.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { doubtsAbout } from "../api/doubts.ts";
import type { Commitment } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { wordsOfReading } from "../readings/words-of.ts";
import { DoubtView } from "./doubt-view.tsx";
import { RaiseDoubt } from "./raise-doubt.tsx";

export function CommitmentDoubts({ commitment }: { commitment: Commitment }) {
  const { data = [] } = useQuery(doubtsAbout(commitment.id));
  const { may } = useRightsAt({ agreement: commitment.agreement });
  if (data.length === 0 && !may("sources.record")) return null;
  return (
    <Section title={<FormattedMessage id="doubts.section" />}>
      {data.map((one) => (
        <DoubtView key={one.id} doubt={one} agreement={commitment.agreement} />
      ))}
      <RaiseDoubt
        space={commitment.space}
        agreement={commitment.agreement}
        objects={[{ kind: "commitment", id: commitment.id, words: commitment.reference }]}
        passages={passagesOf(commitment)}
      />
    </Section>
  );
}

/** The words that promise it, each once. */
function passagesOf({ announced, versions }: Commitment) {
  const quoted = [
    ...announced.readings.map(({ passage, source }) => ({
      ...{ id: passage.id, content: passage.text, title: source.title },
    })),
    ...versions.flatMap(({ words }) =>
      words.map((one) => ({ id: one.passage, content: one.words, title: one.title })),
    ),
  ];
  const known = new Map(quoted.map(({ id, content, title }) => [id, wordsOfReading(title, content)]));
  return [...known].map(([id, words]) => ({ id, words }));
}
