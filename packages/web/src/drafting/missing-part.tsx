// What the text lacks before it may be sent, each in one sentence with the way to where it is mended.
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Draft, Missing } from "../api/drafting.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { Name, useLabel } from "../language/figures.tsx";

export function MissingPart({ draft }: { draft: Draft }) {
  const { missing } = draft;
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
      <MissingList draft={draft} missing={lacking} />
      {toLookAt.length > 0 && (
        <details>
          <summary className="small">
            <FormattedMessage id="drafting.toLookAt" values={{ count: toLookAt.length }} />
          </summary>
          <MissingList draft={draft} missing={toLookAt} />
        </details>
      )}
    </Section>
  );
}

/** The name of what is lacking, in the reader's language where the register has it. */
function useNameOf({ space, figures }: Draft) {
  const label = useLabel();
  const organisation = useOrganisationName(space);
  return ({ about, name }: Missing): string => {
    const figure = figures.find(({ reference }) => reference === about);
    if (figure !== undefined && figure.name.fr === name) return label({ en: null, ...figure.name });
    return about === null || name === null ? (name ?? "") : organisation({ reference: about, name });
  };
}

function MissingList({ draft, missing }: { draft: Draft; missing: readonly Missing[] }) {
  const nameOf = useNameOf(draft);
  if (missing.length === 0) return null;
  return (
    <ul className="missing-list">
      {missing.map((one) => (
        <li key={`${one.code} ${one.about} ${one.name}`} data-mandatory={one.mandatory || undefined}>
          <FormattedMessage
            id={`core.drafting.missing.${one.code}`}
            values={{
              name: <Name>{nameOf(one)}</Name>,
              about: <bdi className="nowrap">{one.about}</bdi>,
            }}
          />{" "}
          <WhereToMend agreement={draft.agreement} one={one} />
        </li>
      ))}
    </ul>
  );
}

function WhereToMend({ agreement: reference, one: { where, about } }: { agreement: string; one: Missing }) {
  const number = where === "commitments" ? about?.split("/")[1] : undefined;
  // a promise that does not exist yet is written on the page of the agreement
  const at = where === "commitments" && number === undefined ? "parties" : where;
  const words = <FormattedMessage id={`drafting.where.${at}`} />;
  if (where === "text")
    return <a href={about?.includes("/") === false ? `#clause-${about}` : "#figures"}>{words}</a>;
  if (where === "agreement")
    return (
      <Link to="/agreements/$reference/edit" params={{ reference }}>
        {words}
      </Link>
    );
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
