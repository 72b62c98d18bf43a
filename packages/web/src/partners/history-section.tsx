import { FormattedMessage } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import type { ClientFile, Organisation } from "../api/partners.ts";
import { Day, Name } from "../language/figures.tsx";
import { type Passage, passagesOf } from "./passages-of.ts";

/** What happened between us, by day, the latest first; what has no whole day is left to its own section. */
export function HistorySection({ of, file }: { of: Organisation; file: ClientFile }) {
  const title = useTitle();
  const passages = passagesOf(of, file);
  if (passages.length === 0) return null;
  const saidOf = (passage: Passage) => {
    if (passage.kind === "signed") return title(passage.agreement);
    if (passage.kind === "checked")
      return <FormattedMessage id={`core.organisations.point.${passage.point}`} />;
    return passage.kind === "met"
      ? (passage.name ?? <FormattedMessage id={`event.kind.${passage.event}`} />)
      : passage.words;
  };
  return (
    <Section title={<FormattedMessage id="partners.history" />}>
      <ol className="row-list">
        {passages.map((passage) => (
          <li key={passage.key}>
            <span className="muted">
              <Day value={passage.on} />
            </span>
            {" · "}
            <FormattedMessage
              id={`partners.history.${passage.kind}`}
              values={{ what: <Name>{saidOf(passage)}</Name> }}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
