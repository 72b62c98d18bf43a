// One contribution from promise to proof: the words that promised it, and every amount called, paid and justified with its
// papers. What was withdrawn stays in view, struck through, and counts no more.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import { may, me } from "../api/account.ts";
import { movementKinds, type OneContribution, oneContribution } from "../api/funding.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { agreement as agreementQuery } from "../api/read.ts";
import { DatesChoice } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name } from "../language/figures.tsx";
import { numberOf } from "./address.ts";
import { FourSteps } from "./four-steps.tsx";
import { MovementsSection } from "./movements-section.tsx";
import { PromisedSection } from "./promised-section.tsx";
import { TranchesSection } from "./tranches-section.tsx";
import "../agreements/agreement.css";
import "./money.css";

export function ContributionPage() {
  const { reference, number } = useParams({ from: "/agreements/$reference/money/$number" });
  const { asOf, knownOn, open } = useSearch({ from: "/agreements/$reference/money/$number" });
  const when = { asOf, knownOn };
  const { data, error, refetch } = useQuery(oneContribution(reference, numberOf(number), when));
  const space = useQuery(agreementQuery(reference, {})).data?.space;
  useBelongsTo(space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !space) return <Waiting lines={14} />;
  return (
    <>
      <Sheet data={data} number={number} space={space} dates={<DatesChoice {...when} />} />
      <OpenedBeside open={open} when={when} />
    </>
  );
}

interface SheetProps {
  readonly data: OneContribution;
  /** As the address has it: M1. */
  readonly number: string;
  readonly space: "real" | "simulated";
  readonly dates: ReactNode;
}

function Sheet({ data, number, space, dates }: SheetProps) {
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  const { contribution, agreement } = data;
  const payer =
    contribution.role === "total"
      ? intl.formatMessage({ id: "money.total" })
      : contribution.contributor
        ? nameOf(contribution.contributor)
        : intl.formatMessage({ id: "money.payerUnknown" });
  const title = useTitle()(agreement);
  return (
    <Page
      title={<Name>{payer}</Name>}
      name={`${contribution.reference} · ${payer}`}
      aside={dates}
      lead={
        <>
          <Name>{contribution.reference}</Name>
          {contribution.purpose && (
            <>
              {" · "}
              <Name>{contribution.purpose}</Name>
            </>
          )}
          {" · "}
          <Link to="/agreements/$reference" params={{ reference: agreement.reference }}>
            <Name>{title}</Name>
          </Link>
        </>
      }
    >
      <FourSteps data={data} />
      <MoveLinks data={data} number={number} />
      <PromisedSection data={data} number={number} />
      <TranchesSection data={data} number={number} space={space} />
      {movementKinds.map((kind) => (
        <MovementsSection key={kind} kind={kind} data={data} number={number} space={space} />
      ))}
    </Page>
  );
}

function MoveLinks({ data, number }: { data: OneContribution; number: string }) {
  const { data: who } = useQuery(me());
  if (data.contribution.inKind)
    return (
      <p className="muted">
        <FormattedMessage id="contribution.inKind" />
      </p>
    );
  if (!may(who, "funding.move")) return null;
  return (
    <p className="button-row not-printed">
      {movementKinds.map((kind) => (
        <Link
          key={kind}
          className="button"
          to="/agreements/$reference/money/$number/move"
          params={{ reference: data.agreement.reference, number }}
          search={(before) => ({ ...(before.lang && { lang: before.lang }), kind })}
        >
          <FormattedMessage id={`move.begin.${kind}`} />
        </Link>
      ))}
    </p>
  );
}
