// One organisation as it is known: its names over time, who holds an office in it, where it serves people, and who
// answers for it.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { AddAlias, AddFocalPoint, GiveName } from "./name-forms.tsx";
import { OfficeHolders, ServicePoints } from "./people-parts.tsx";
import { focalPointsOf, type Organisation, organisationQuery } from "./read-organisation.ts";
import { Relations } from "./relations.tsx";
import "../agreements/agreement.css";
import "../agreements/forms/agreement-forms.css";

export function EditOrganisationPage() {
  const intl = useIntl();
  const locale = useLocale();
  const { reference } = useParams({ from: "/organisations/$reference/edit" });
  const { data, error, refetch } = useQuery(organisationQuery(reference));
  const { may, isKnown } = useRightsAt({ organisation: reference });
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !isKnown) return <Waiting lines={10} />;
  const called = (locale === "ar" ? data.nameAr : locale === "en" ? data.nameEn : null) ?? data.name;
  return (
    <Page
      title={<Name>{called}</Name>}
      name={`${intl.formatMessage({ id: "agreementForm.edit" })} · ${called}`}
      lead={
        <>
          <Name>{reference}</Name> · <FormattedMessage id={`organisationForm.kind.${data.kind}`} /> ·{" "}
          <Link to="/partners/$reference" params={{ reference }}>
            <FormattedMessage id="organisationForm.toFile" />
          </Link>
          {data.ice && (
            <>
              {" · "}
              <FormattedMessage id="organisationForm.iceOf" values={{ ice: <Name>{data.ice}</Name> }} />
            </>
          )}
        </>
      }
    >
      <div className="agreement-side">
        <Names organisation={data} isAllowed={may("organisations.edit")} />
        <Relations organisation={data} isAllowed={may("organisations.edit")} />
        <OfficeHolders organisation={data} isAllowed={may("organisations.edit")} />
        <ServicePoints organisation={data} isAllowed={may("organisations.edit")} />
        {may("contacts.read") && <FocalPoints organisation={data} isAllowed={may("contacts.edit")} />}
      </div>
    </Page>
  );
}

interface PartProps {
  readonly organisation: Organisation;
  readonly isAllowed: boolean;
}

function Names({ organisation, isAllowed }: PartProps) {
  return (
    <Section title={<FormattedMessage id="organisationForm.names" />}>
      <ul className="row-list">
        {organisation.names.map((one) => (
          <li key={`${one.kind} ${one.language} ${one.name} ${one.from}`}>
            <Name lang={one.language}>{one.name}</Name>{" "}
            <span className="small muted">
              <FormattedMessage id={`organisationForm.nameKind.${one.kind}`} /> ·{" "}
              <FormattedMessage id={`organisationForm.language.${one.language}`} />
              {one.from && (
                <>
                  {" · "}
                  <FormattedMessage id="figures.from" values={{ from: <Day value={one.from} /> }} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {isAllowed ? (
        <>
          <GiveName organisation={organisation} />
          <AddAlias organisation={organisation} />
        </>
      ) : (
        <p className="attention">
          <FormattedMessage id="form.noRight" />
        </p>
      )}
    </Section>
  );
}

function FocalPoints({ organisation, isAllowed }: PartProps) {
  const { data = [] } = useQuery(focalPointsOf(organisation.reference));
  return (
    <Section title={<FormattedMessage id="organisationForm.focalPoints" />}>
      {data.length === 0 && (
        <p className="muted">
          <FormattedMessage id="organisationForm.noFocalPoint" />
        </p>
      )}
      <ul className="row-list">
        {data.map((one) => (
          <li key={one.id}>
            <Name>{one.function}</Name>{" "}
            <span className="small muted">
              <bdi>{one.mail}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {isAllowed && <AddFocalPoint organisation={organisation} />}
    </Section>
  );
}
