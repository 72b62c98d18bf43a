// The client file: who it is, what binds us, what each owes the other, what passed between us.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import { type ClientFile, clientFile, type Organisation, organisation } from "../api/partners.ts";
import { useRightsAt } from "../api/rights.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name } from "../language/figures.tsx";
import { Unreviewed } from "../translations/unreviewed.tsx";
import { VerificationSection } from "../verification/verification-section.tsx";
import { AgreementsSection } from "./agreements-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { MeetingsSection } from "./meetings-section.tsx";
import { MembersSection } from "./members-section.tsx";
import { MoneySection } from "./money-section.tsx";
import { OwedSection } from "./owed-section.tsx";
import { useKindWords, useOwnName } from "./partner-words.tsx";
import { ContactsSection, NamesSection, PeopleSection } from "./who-sections.tsx";
import "../agreements/agreement.css";
import "../form/form.css";

export function PartnerPage() {
  const { reference } = useParams({ from: "/partners/$reference" });
  const { open } = useSearch({ from: "/partners/$reference" });
  const who = useQuery(organisation(reference));
  const file = useQuery(clientFile(reference));
  useBelongsTo(who.data?.space);
  const failed = who.error ? who : file.error ? file : null;
  if (failed?.error) return <Failure error={failed.error} reset={() => void failed.refetch()} />;
  if (!who.data || !file.data) return <Waiting lines={14} />;
  return (
    <>
      <OneFile organisation={who.data} file={file.data} />
      <OpenedBeside open={open} when={{}} />
    </>
  );
}

function OneFile({ organisation: of, file }: { organisation: Organisation; file: ClientFile }) {
  const ownName = useOwnName();
  return (
    <Page
      title={<Name>{ownName(of)}</Name>}
      name={`${of.reference} · ${of.name}`}
      lead={<Lead of={of} />}
      aside={<CompleteLink reference={of.reference} />}
    >
      <OwedSection owed={file.owes} space={of.space} side="owes" />
      {file.owedToIt.length > 0 && <OwedSection owed={file.owedToIt} space={of.space} side="owedToIt" />}
      <MembersSection of={of} />
      <div className="columns">
        <AgreementsSection agreements={file.agreements} />
        <MeetingsSection file={file} />
        <MoneySection contributions={file.contributions} />
        <VerificationSection of={of} />
        <ContactsSection of={of} />
        <NamesSection of={of} />
        <PeopleSection of={of} />
        <HistorySection of={of} file={file} />
      </div>
    </Page>
  );
}

/** The way to what the register knows of it, for who may add to it. */
function CompleteLink({ reference }: { reference: string }) {
  const { may } = useRightsAt({ organisation: reference });
  if (!may("organisations.edit") && !may("contacts.edit")) return null;
  return (
    <Link to="/organisations/$reference/edit" params={{ reference }} className="button not-printed">
      <FormattedMessage id="partners.complete" />
    </Link>
  );
}

function Lead({ of }: { of: Organisation }) {
  const kindWords = useKindWords();
  const words = useVocabulary(of.space);
  const nameOf = useOrganisationName(of.space);
  return (
    <p>
      <Unreviewed isReviewed={of.arReviewed} />
      <Name>{of.reference}</Name>
      {" · "}
      {kindWords(of.kind)}
      {of.territoryId && (
        <>
          {" · "}
          <Name>{words.placeById(of.territoryId)}</Name>
        </>
      )}
      {of.ice && (
        <>
          {" · "}
          <FormattedMessage id="partners.ice" values={{ ice: <Name>{of.ice}</Name> }} />
        </>
      )}
      {of.parent && (
        <>
          {" · "}
          <FormattedMessage id="partners.under" values={{ parent: <Name>{nameOf(of.parent)}</Name> }} />
        </>
      )}
    </p>
  );
}
