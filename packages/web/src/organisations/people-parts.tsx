// Who holds an office in an organisation and where it serves people, with the forms for who may add to them.
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { Day, Name, useLabel } from "../language/figures.tsx";
import { OfficeHolder } from "./office-holder.tsx";
import { AddOfficeHolder, AddServicePoint, EndOffice } from "./people-forms.tsx";
import type { Organisation } from "./read-organisation.ts";

interface PartProps {
  readonly organisation: Organisation;
  readonly isAllowed: boolean;
}

export function OfficeHolders({ organisation, isAllowed }: PartProps) {
  const { officeHolders } = organisation;
  return (
    <Section title={<FormattedMessage id="organisationForm.offices" />}>
      {officeHolders.length === 0 && (
        <p className="muted">
          <FormattedMessage id="organisationForm.noOffice" />
        </p>
      )}
      <ul className="row-list">
        {officeHolders.map((one) => (
          <li key={one.id}>
            <OfficeHolder of={one} />
            {isAllowed && one.to === null && <EndOffice organisation={organisation} holder={one} />}
          </li>
        ))}
      </ul>
      {isAllowed && <AddOfficeHolder organisation={organisation} />}
    </Section>
  );
}

export function ServicePoints({ organisation, isAllowed }: PartProps) {
  const label = useLabel();
  const { servicePoints } = organisation;
  return (
    <Section title={<FormattedMessage id="organisationForm.points" />}>
      {servicePoints.length === 0 && (
        <p className="muted">
          <FormattedMessage id="organisationForm.noPoint" />
        </p>
      )}
      <ul className="row-list">
        {servicePoints.map((one) => (
          <li key={one.id}>
            <Name>{one.name}</Name>{" "}
            <span className="small muted">
              <FormattedMessage id={`organisationForm.pointKind.${one.kind}`} />
              {one.place && (
                <>
                  {" · "}
                  <Name>{label(one.place)}</Name>
                </>
              )}
              {one.openedOn && (
                <>
                  {" · "}
                  <FormattedMessage
                    id="organisationForm.openedSince"
                    values={{ day: <Day value={one.openedOn} /> }}
                  />
                </>
              )}
              {one.programme && (
                <>
                  {" · "}
                  <Name>{one.programme}</Name>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {isAllowed && <AddServicePoint organisation={organisation} />}
    </Section>
  );
}
