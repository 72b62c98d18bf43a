// Who the organisation is: its names over time, who holds an office, whom to call.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { may, me } from "../api/account.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { focalPoints, type Organisation } from "../api/partners.ts";
import { Name, Period, useLabel } from "../language/figures.tsx";
import { OfficeHolder } from "../organisations/office-holder.tsx";

/** The single contacts, for who writes to them. */
export function ContactsSection({ of }: { of: Organisation }) {
  const who = useQuery(me()).data;
  const reads = may(who, "contacts.read");
  const { data } = useQuery({ ...focalPoints(of.reference), enabled: reads });
  if (!reads || !data) return null;
  return (
    <Section title={<FormattedMessage id="partners.contacts" />}>
      {data.length === 0 && (
        <p className="muted">
          <FormattedMessage id="partners.contacts.none" />
        </p>
      )}
      <ul className="row-list">
        {data.map((one) => (
          <li key={one.id}>
            <Name>{one.function}</Name>
            {one.mail && (
              <>
                {" · "}
                <a href={`mailto:${one.mail}`}>
                  <bdi>{one.mail}</bdi>
                </a>
              </>
            )}
            {!one.active && (
              <span className="small muted">
                {" · "}
                <FormattedMessage id="partners.contacts.past" />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function NamesSection({ of }: { of: Organisation }) {
  return (
    <Section title={<FormattedMessage id="partners.names" />}>
      <ul className="row-list">
        {of.names.map((one) => (
          <li key={`${one.language} ${one.kind} ${one.name} ${one.from}`}>
            <Name lang={one.language}>{one.name}</Name>
            <p className="small muted">
              <FormattedMessage id={`partners.name.${one.kind}`} />
              {" · "}
              <FormattedMessage id={`partners.language.${one.language}`} />
              {(one.from || one.to) && (
                <>
                  {" · "}
                  <Period from={one.from} to={one.to} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Who holds an office in it, who stands how to it, and where it serves people. */
export function PeopleSection({ of }: { of: Organisation }) {
  const nameOf = useOrganisationName(of.space);
  const label = useLabel();
  const { officeHolders, relations, servicePoints } = of;
  if (officeHolders.length + relations.length + servicePoints.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="partners.people" />}>
      <dl className="pairs">
        {officeHolders.length > 0 && (
          <Pair word={<FormattedMessage id="partners.offices" />}>
            {officeHolders.map((one) => (
              <li key={one.id}>
                <OfficeHolder of={one} />
              </li>
            ))}
          </Pair>
        )}
        {relations.map((one) => (
          <Pair
            key={`${one.kind} ${one.direction} ${one.reference}`}
            word={<FormattedMessage id={`partners.relation.${one.kind}.${one.direction}`} />}
          >
            <li>
              <Link to="/partners/$reference" params={{ reference: one.reference }}>
                <Name>{nameOf(one)}</Name>
              </Link>
            </li>
          </Pair>
        ))}
        {servicePoints.length > 0 && (
          <Pair word={<FormattedMessage id="partners.servicePoints" />}>
            {servicePoints.map((one) => (
              <li key={one.id}>
                <Name>{one.name}</Name>
                {one.place && (
                  <span className="small muted">
                    {" · "}
                    <Name>{label(one.place)}</Name>
                  </span>
                )}
              </li>
            ))}
          </Pair>
        )}
      </dl>
    </Section>
  );
}

function Pair({ word, children }: { word: ReactNode; children: ReactNode }) {
  return (
    <div className="pair">
      <dt>{word}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </div>
  );
}
