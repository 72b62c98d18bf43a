// A call as whoever may apply reads it: what it says, one's own application, and once it is published the result.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import {
  type OpenCall,
  type OwnApplication,
  openCall,
  ownApplication,
  ownApplications,
  ownInvitation,
  saveOwnApplication,
  withdrawApplication,
} from "../api/calls.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { today } from "../app/today.ts";
import { Waiting } from "../app/waiting.tsx";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Day, Money, Name } from "../language/figures.tsx";
import { type NamedParty, PartyName, usePartyName } from "../language/party-name.tsx";
import { Answer } from "./answer.tsx";
import { ApplicationFiles } from "./application-files.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { ApplicationWordsSection } from "./application-words.tsx";
import { Score, useCallTitle } from "./call-words.tsx";
import { ReceiveSection } from "./receive-section.tsx";
import { TermsSection } from "./terms-section.tsx";
import "../agreements/agreement.css";
import "./calls.css";

export function OpenCallPage() {
  const { call } = useParams({ from: "/open-calls/$call" });
  const { data, error, refetch } = useQuery(openCall(call));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={10} />;
  return <OneOpenCall call={data} />;
}

/** For whoever came by a link: the one call to which she is invited. */
export function InvitedPage() {
  const invited = useQuery(ownInvitation());
  const reference = invited.data?.call;
  const { data, error, refetch } = useQuery({
    ...openCall(reference ?? ""),
    enabled: reference !== undefined,
  });
  useBelongsTo(data?.space);
  const failed = invited.error ?? error;
  if (failed)
    return <Failure error={failed} reset={() => void Promise.all([invited.refetch(), refetch()])} />;
  if (!data) return <Waiting lines={10} />;
  return <OneOpenCall call={data} invited={invited.data?.organisation} />;
}

/** `invited`: for which organisation whoever came by a link answers; she has not read what the call says before. */
function OneOpenCall({ call, invited }: { call: OpenCall; invited?: NamedParty | undefined }) {
  const title = useCallTitle()(call);
  const terms = (
    <div className="columns">
      <TermsSection call={call} />
      {call.state === "published" && <Results call={call} />}
    </div>
  );
  return (
    <Page
      title={<Name>{title}</Name>}
      name={`${call.reference} · ${title}`}
      lead={
        <>
          {invited && (
            <p>
              <FormattedMessage id="calls.answersFor" values={{ name: <PartyName of={invited} /> }} />
            </p>
          )}
          <p>
            <PartyName of={call.launchedBy} />
            {" · "}
            <FormattedMessage
              id={
                call.isTaking
                  ? "calls.takesUntil"
                  : `calls.state.${call.state === "open" ? "over" : call.state}`
              }
              values={{ day: <Day value={call.closesOn} /> }}
            />
            {" · "}
            <bdi>{call.reference}</bdi>
          </p>
        </>
      }
    >
      <OwnPart call={call} terms={terms} isTermsFirst={invited !== undefined} />
    </Page>
  );
}

interface OwnPartProps {
  readonly call: OpenCall;
  readonly terms: ReactNode;
  /** Until an application was begun: whoever has not read the terms elsewhere reads them before the form. */
  readonly isTermsFirst: boolean;
}

/** For which of one's organisations; with one, it is not asked. */
function OwnPart({ call, terms, isTermsFirst }: OwnPartProps) {
  const { data } = useQuery(ownApplications(call.space));
  const [chosen, setChosen] = useState<string | null>(null);
  const nameOf = usePartyName();
  if (!data) return <Waiting lines={4} />;
  const organisation =
    data.organisations.find(({ reference }) => reference === chosen) ?? data.organisations[0];
  if (organisation === undefined)
    return (
      <>
        <p className="muted call-note">
          <FormattedMessage id="calls.noOrganisation" />
        </p>
        {terms}
      </>
    );
  const mine = data.applications.find(
    (one) => one.call === call.reference && one.organisation === organisation.name,
  );
  return (
    <>
      {data.organisations.length > 1 && (
        <ChoiceField
          label={<FormattedMessage id="calls.application.organisation" />}
          value={organisation.reference}
          onChange={setChosen}
          options={data.organisations.map((one) => ({ value: one.reference, words: nameOf(one) }))}
        />
      )}
      {isTermsFirst && !mine && terms}
      {mine ? (
        <Mine key={mine.id} id={mine.id} call={call} organisation={organisation.reference} />
      ) : (
        <Section title={<FormattedMessage id="calls.apply" />}>
          {call.isTaking ? (
            <>
              <p className="muted">
                <FormattedMessage id="calls.applyInSteps" />
              </p>
              <OwnForm call={call} organisation={organisation.reference} application={null} />
            </>
          ) : (
            <NothingGiven call={call} of={organisation} />
          )}
        </Section>
      )}
      {(!isTermsFirst || mine) && terms}
    </>
  );
}

/** Why there is no form: not yet, no longer, or not any more. */
function NothingGiven({ call, of }: { call: OpenCall; of: NamedParty }) {
  const { state, opensOn, closesOn } = call;
  const isEarly = state === "open" && today() < opensOn;
  return (
    <p className="muted">
      <FormattedMessage
        id={state === "cancelled" ? "calls.wasCancelled" : isEarly ? "calls.notYet" : "calls.notTaken"}
        values={{
          name: <PartyName of={of} />,
          opens: <Day value={opensOn} />,
          closes: <Day value={closesOn} />,
        }}
      />
    </p>
  );
}

function Mine({ id, call, organisation }: { id: string; call: OpenCall; organisation: string }) {
  const { data, error, refetch } = useQuery(ownApplication(id));
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={6} />;
  const changes = call.isTaking && data.receivedOn === null;
  return (
    <>
      {data.answer && <Answer answer={data.answer} currency={data.currency} />}
      <ReceiveSection application={data} side="own" closesOn={call.closesOn} takes={changes} />
      <div className="columns">
        {changes ? (
          <Section title={<FormattedMessage id="calls.project" />}>
            <OwnForm call={call} organisation={organisation} application={data} />
          </Section>
        ) : (
          <ApplicationWordsSection application={data} />
        )}
        <ApplicationFiles application={data} {...(changes && { gives: "own" as const })} />
      </div>
      {changes && data.state === "submitted" && <Withdraw id={id} />}
    </>
  );
}

interface OwnFormProps {
  readonly call: OpenCall;
  readonly organisation: string;
  readonly application: OwnApplication | null;
}

function OwnForm({ call, organisation, application }: OwnFormProps) {
  const client = useQueryClient();
  return (
    <ApplicationForm
      name={`application of ${organisation} to ${call.reference}`}
      call={call}
      said={application}
      save={(words, revision) =>
        saveOwnApplication(call.reference, {
          ...{ organisation, words },
          ...(revision !== undefined && { revision }),
        })
      }
      onSaved={() => void client.invalidateQueries()}
    />
  );
}

function Results({ call }: { call: OpenCall }) {
  return (
    <Section title={<FormattedMessage id="calls.result" />}>
      <ul className="row-list small">
        {call.results.map((one) => (
          <li key={`${one.organisation.reference} ${one.title}`}>
            <strong>
              <FormattedMessage id={`calls.verdict.${one.verdict}`} />
            </strong>
            {" · "}
            <Name>{one.title}</Name>
            <span className="muted">
              {" · "}
              <PartyName of={one.organisation} />
              {one.score && (
                <>
                  {" · "}
                  <Score value={one.score} />
                </>
              )}
            </span>
            {one.granted && (
              <>
                {" · "}
                <Money amount={one.granted} currency={call.currency} />
              </>
            )}
            {one.departs && one.reason && <p dir="auto">{one.reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Withdraw({ id }: { id: string }) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const withdrawing = useMutation({
    mutationFn: () => withdrawApplication(id, reason.trim()),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <details className="make not-printed">
      <summary>
        <FormattedMessage id="calls.withdraw" />
      </summary>
      <Form
        onSend={() => withdrawing.mutate()}
        isSending={withdrawing.isPending}
        error={withdrawing.error}
        action={<FormattedMessage id="calls.withdraw" />}
      >
        <TextField
          label={<FormattedMessage id="calls.reason" />}
          isNeeded
          least={3}
          most={4000}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </details>
  );
}
