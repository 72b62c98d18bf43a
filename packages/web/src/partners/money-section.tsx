import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { ClientFile } from "../api/partners.ts";
import { Money, Name } from "../language/figures.tsx";

/** What it promised to pay, and what it paid of it; never added over agreements. */
export function MoneySection({ contributions }: { contributions: ClientFile["contributions"] }) {
  if (contributions.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="partners.money" />}>
      <ul className="row-list">
        {contributions.map((one) => (
          <li key={one.reference}>
            <p>
              {one.promised ? (
                <Money amount={one.promised} currency={one.currency} />
              ) : (
                <FormattedMessage id="partners.money.untold" />
              )}
              {one.qualifier !== "exact" && (
                <>
                  {" · "}
                  <FormattedMessage id={`figure.qualifier.${one.qualifier}`} />
                </>
              )}
              {Number(one.paid) > 0 && (
                <>
                  {" · "}
                  <FormattedMessage
                    id="partners.money.paid"
                    values={{ amount: <Money amount={one.paid} currency={one.currency} /> }}
                  />
                </>
              )}
            </p>
            <p className="small muted">
              <Link to="/agreements/$reference" params={{ reference: one.agreement }}>
                <Name>{one.reference}</Name>
              </Link>
              {" · "}
              <FormattedMessage id={`money.basis.${one.basis}`} />
              {one.inKind && (
                <>
                  {" · "}
                  <FormattedMessage id="partners.money.inKind" />
                </>
              )}
              {one.purpose && (
                <>
                  {" · "}
                  <Name>{one.purpose}</Name>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
