import { FormattedMessage } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { Name } from "../language/figures.tsx";
import { Section } from "./section.tsx";
import { ToWords } from "./to-words.tsx";

/** Stated aims with their author: not commitments, and never counted as such. */
export function OrientationsSection({ agreement }: { agreement: Agreement }) {
  if (agreement.orientations.length === 0) return null;
  return (
    <Section
      title={<FormattedMessage id="agreement.orientations" />}
      note={<FormattedMessage id="agreement.orientationsNote" />}
    >
      <ul className="bare-list">
        {agreement.orientations.map((orientation) => (
          <li key={orientation.id}>
            <strong>
              <FormattedMessage id={`agreement.orientation.${orientation.kind}`} />
            </strong>{" "}
            <ToWords agreement={agreement} rowId={orientation.id} />
            <p>
              <Name>{orientation.wording}</Name>
            </p>
            <p className="small muted">
              <Author orientation={orientation} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Author({ orientation }: { orientation: Agreement["orientations"][number] }) {
  const { authorPerson, authorOrganisation, authorText } = orientation;
  const who = authorPerson
    ? [authorPerson.name, authorPerson.function].filter(Boolean).join(" · ")
    : (authorOrganisation?.name ?? authorText);
  if (!who) return <FormattedMessage id="agreement.authorUnknown" />;
  return <FormattedMessage id="agreement.author" values={{ who: <Name>{who}</Name> }} />;
}
