import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { KindWords, StateMark, Title } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import type { ClientFile } from "../api/partners.ts";
import { usePartialDay } from "../language/figures.tsx";

/** The agreements to which it is a party, with its role in each. */
export function AgreementsSection({ agreements }: { agreements: ClientFile["agreements"] }) {
  const intl = useIntl();
  const partialDay = usePartialDay();
  return (
    <Section
      title={<FormattedMessage id="partners.agreements" />}
      note={<FormattedMessage id="partners.agreementCount" values={{ count: agreements.length }} />}
    >
      {agreements.length === 0 && (
        <p className="muted">
          <FormattedMessage id="partners.agreements.none" />
        </p>
      )}
      <ul className="row-list">
        {agreements.map((one) => {
          const day = partialDay(one.signedOn);
          return (
            <li key={one.reference}>
              <Link to="/agreements/$reference" params={{ reference: one.reference }}>
                <Title of={one} />
              </Link>
              <p className="small muted">
                {one.roles.map((role) => intl.formatMessage({ id: `agreement.role.${role}` })).join(" · ")}
                {" · "}
                <KindWords kind={one.kind} type={one.type} />
                {" · "}
                <StateMark state={one.state} reported={one.reported} />
                {day && <> · {day}</>}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
