// One application as the agency reads it: what it says and lacks, its documents; entered from paper it is completed here.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import {
  type Application,
  application as applicationQuery,
  type Call,
  call as callQuery,
  enterApplication,
  makeAgreement,
  screenApplication,
} from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Form, TextField } from "../form/fields.tsx";
import { Name } from "../language/figures.tsx";
import { Answer } from "./answer.tsx";
import { ApplicationFiles } from "./application-files.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { ApplicationWordsSection } from "./application-words.tsx";
import { useCallTitle } from "./call-words.tsx";
import { ReceiveSection } from "./receive-section.tsx";
import "../agreements/agreement.css";
import "../form/form.css";
import "./calls.css";

export function ApplicationPage() {
  const { call, application } = useParams({ from: "/calls/$call/applications/$application" });
  const found = useQuery(applicationQuery(application));
  const about = useQuery(callQuery(call));
  useBelongsTo(found.data?.space);
  const error = found.error ?? about.error;
  if (error)
    return <Failure error={error} reset={() => void Promise.all([found.refetch(), about.refetch()])} />;
  if (!found.data || !about.data) return <Waiting lines={10} />;
  return <OneApplication application={found.data} call={about.data} />;
}

interface OneProps {
  readonly application: Application;
  readonly call: Call;
}

function OneApplication({ application, call }: OneProps) {
  const { may } = useRightsAt({ call: call.reference });
  const nameOf = useOrganisationName(call.space);
  const titleOf = useCallTitle();
  const isPaper = application.receivedOn !== null;
  const changes = isPaper && call.state === "open" && may("calls.receive");
  return (
    <Page
      title={<Name>{application.title ?? <FormattedMessage id="calls.untitled" />}</Name>}
      name={`${application.receipt ?? call.reference} · ${application.organisation.name}`}
      lead={
        <>
          <p>
            <Link to="/partners/$reference" params={{ reference: application.organisation.reference }}>
              <Name>{nameOf(application.organisation)}</Name>
            </Link>
            {application.receipt && (
              <>
                {" · "}
                <bdi>{application.receipt}</bdi>
              </>
            )}
          </p>
          <p>
            <Link to="/calls/$call" params={{ call: call.reference }}>
              <Name>{titleOf(call)}</Name>
            </Link>
          </p>
        </>
      }
    >
      <ReceiveSection application={application} side="paper" closesOn={call.closesOn} takes={changes} />
      {application.answer && <Answer answer={application.answer} currency={application.currency} />}
      {call.state === "closed" && application.state === "submitted" && may("calls.prepare") && (
        <ScreenForm application={application} />
      )}
      {application.answer?.verdict === "accepted" && <AgreementOf application={application} />}
      <div className="columns">
        {changes ? (
          <PaperForm application={application} call={call} />
        ) : (
          <ApplicationWordsSection application={application} />
        )}
        <ApplicationFiles
          application={application}
          {...(changes && { gives: "paper" as const })}
          opens={may("calls.open_file")}
        />
      </div>
    </Page>
  );
}

function PaperForm({ application, call }: Pick<OneProps, "application" | "call">) {
  const client = useQueryClient();
  const { organisation, receivedOn } = application;
  return (
    <ApplicationForm
      key={application.id}
      name={`application ${application.id}`}
      call={call}
      said={application}
      save={(words, revision) =>
        enterApplication(call.reference, {
          ...{ organisation: organisation.reference, receivedOn: receivedOn ?? "", words },
          ...(revision !== undefined && { revision }),
        })
      }
      onSaved={() => void client.invalidateQueries({ queryKey: ["application", application.id] })}
    />
  );
}

/** Whether it is judged: what is complete is by itself; to say otherwise needs a reason. */
function ScreenForm({ application }: { application: Application }) {
  const client = useQueryClient();
  const { admitted, screenedWhy, missing } = application;
  const [reason, setReason] = useState("");
  const screening = useMutation({
    mutationFn: (isAdmitted: boolean) =>
      screenApplication(application.id, isAdmitted, reason.trim() === "" ? null : reason.trim()),
    onSuccess: () => {
      setReason("");
      return client.invalidateQueries();
    },
  });
  const form = (isAdmitted: boolean) => (
    <Form
      onSend={() => screening.mutate(isAdmitted)}
      isSending={screening.isPending}
      error={screening.error}
      action={<FormattedMessage id={isAdmitted ? "calls.admit" : "calls.refuse"} />}
    >
      <TextField
        label={<FormattedMessage id="calls.reason" />}
        why={<FormattedMessage id="calls.screen.why" />}
        lines={2}
        least={3}
        most={4000}
        isNeeded={!isAdmitted || missing.length > 0}
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
  return (
    <section className="call-steps not-printed">
      <p>
        <strong>
          <FormattedMessage id={`calls.admitted.${admitted ?? "waits"}`} />
        </strong>
        {screenedWhy && (
          <>
            {" · "}
            <Name>{screenedWhy}</Name>
          </>
        )}
      </p>
      {[true, false]
        .filter((one) => one !== admitted)
        .map((one) => (
          <details key={String(one)} className="make">
            <summary>
              <FormattedMessage id={one ? "calls.admit" : "calls.refuse"} />
            </summary>
            {form(one)}
          </details>
        ))}
    </section>
  );
}

/** The specific agreement of an accepted application, or the button that makes it. */
export function AgreementOf({ application }: Pick<OneProps, "application">) {
  const { may } = useRightsAt({ call: application.call });
  const client = useQueryClient();
  const [first, setFirst] = useState({ percent: "", plannedOn: "" });
  const making = useMutation({
    mutationFn: () =>
      makeAgreement(
        application.id,
        first.percent === "" ? null : { percent: Number(first.percent), plannedOn: first.plannedOn },
      ),
    onSuccess: () => client.invalidateQueries(),
  });
  const made = application.agreement ?? making.data?.agreement;
  if (made)
    return (
      <p className="done">
        <FormattedMessage
          id="calls.agreementMade"
          values={{
            agreement: (
              <Link to="/agreements/$reference" params={{ reference: made }}>
                <bdi>{made}</bdi>
              </Link>
            ),
          }}
        />
      </p>
    );
  if (!may("calls.prepare")) return null;
  return (
    <div className="call-steps not-printed">
      <p className="small muted">
        <FormattedMessage id="calls.makeAgreement.why" />
      </p>
      <Form
        onSend={() => making.mutate()}
        isSending={making.isPending}
        error={making.error}
        action={<FormattedMessage id="calls.makeAgreement" />}
      >
        <FirstTranche first={first} onChange={setFirst} />
      </Form>
    </div>
  );
}

interface Planned {
  readonly percent: string;
  readonly plannedOn: string;
}

/** How much of what was granted is planned to be paid first, and when; nothing is planned without a share. */
function FirstTranche({ first, onChange }: { first: Planned; onChange: (first: Planned) => void }) {
  return (
    <div className="question-pair">
      <TextField
        label={<FormattedMessage id="calls.firstTranche" />}
        why={<FormattedMessage id="calls.firstTranche.why" />}
        type="number"
        least={1}
        value={first.percent}
        onChange={(percent) => onChange({ ...first, percent })}
      />
      <TextField
        label={<FormattedMessage id="calls.firstTranche.on" />}
        type="date"
        isNeeded={first.percent !== ""}
        value={first.plannedOn}
        onChange={(plannedOn) => onChange({ ...first, plannedOn })}
      />
    </div>
  );
}
