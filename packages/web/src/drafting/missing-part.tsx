// What the text lacks before it may be sent, each in one sentence with the way to where it is mended.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Draft, Missing } from "../api/drafting.ts";

export function MissingPart({ draft: { agreement, missing } }: { draft: Draft }) {
  const lacking = missing.filter(({ mandatory }) => mandatory);
  const toLookAt = missing.filter(({ mandatory }) => !mandatory);
  return (
    <Section
      title={<FormattedMessage id="drafting.missing" />}
      note={<FormattedMessage id="drafting.missingCount" values={{ count: lacking.length }} />}
    >
      {lacking.length === 0 && (
        <p className="done">
          <FormattedMessage id="drafting.nothingMissing" />
        </p>
      )}
      <MissingList agreement={agreement} missing={lacking} />
      {toLookAt.length > 0 && (
        <details>
          <summary className="small">
            <FormattedMessage id="drafting.toLookAt" values={{ count: toLookAt.length }} />
          </summary>
          <MissingList agreement={agreement} missing={toLookAt} />
        </details>
      )}
    </Section>
  );
}

function MissingList({ agreement, missing }: { agreement: string; missing: readonly Missing[] }) {
  const intl = useIntl();
  if (missing.length === 0) return null;
  return (
    <ul className="missing-list">
      {missing.map((one) => (
        <li key={`${one.code} ${one.about} ${one.name}`} data-mandatory={one.mandatory || undefined}>
          {intl.formatMessage(
            { id: `core.drafting.missing.${one.code}` },
            { name: one.name ?? "", about: one.about ?? "" },
          )}{" "}
          <WhereToMend agreement={agreement} one={one} />
        </li>
      ))}
    </ul>
  );
}

function WhereToMend({ agreement: reference, one: { where, about } }: { agreement: string; one: Missing }) {
  const words = <FormattedMessage id={`drafting.where.${where}`} />;
  if (where === "text")
    return <a href={about?.includes("/") === false ? `#clause-${about}` : "#figures"}>{words}</a>;
  if (where === "agreement")
    return (
      <Link to="/agreements/$reference/edit" params={{ reference }}>
        {words}
      </Link>
    );
  const number = where === "commitments" ? about?.split("/")[1] : undefined;
  if (number !== undefined)
    return (
      <Link to="/agreements/$reference/commitments/$number" params={{ reference, number }}>
        {words}
      </Link>
    );
  return (
    <Link to="/agreements/$reference" params={{ reference }}>
      {words}
    </Link>
  );
}
