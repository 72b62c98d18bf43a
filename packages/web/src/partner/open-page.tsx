// What a one-time link opens: a report, a call for projects, or the focal point's five minutes (what we promised, what the
// others owe us, our numbers of the period, one file).
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { isToken, useFragment } from "../account/read-fragment.ts";
import { Title } from "../agreements/agreement-words.tsx";
import { may, me, openLink, ownRequest } from "../api/account.ts";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { InvitedPage } from "../calls/open-call-page.tsx";
import { Refusal } from "../form/fields.tsx";
import { Period } from "../language/figures.tsx";
import { PartyName } from "../language/party-name.tsx";
import { OneOwnReport } from "../reports/own-report-page.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { Promises } from "./promises.tsx";
import "./partner.css";

export function OpenPage() {
  const client = useQueryClient();
  const isWhole = useRef(!/^#./u.test(location.hash) || isToken(location.hash.slice(1)));
  const token = useFragment();
  // A question, not an act, so that it is asked once however often the screen is drawn: a link opens in one browser once.
  const opening = useQuery({
    queryKey: ["access-link", token],
    queryFn: async () => {
      const opened = await openLink(token ?? "");
      // what another link showed in this window is nothing of this one
      client.removeQueries({ predicate: ({ queryKey: [kind] }) => String(kind).startsWith("own") });
      // who asked before the link was open was a visitor: an answer to that which is still on its way is not waited for
      await client.cancelQueries(me());
      await client.fetchQuery({ ...me(), staleTime: 0 });
      return opened;
    },
    enabled: typeof token === "string",
    // whatever is asked again after a change, the link is not
    staleTime: "static",
    retry: false,
  });
  const { data: who } = useQuery(me());
  if (opening.error) return <Refused error={opening.error} />;
  if (token === null && !isWhole.current) return <Told words="partner.linkCut" />;
  if (token === undefined || who === undefined || (token !== null && !opening.isSuccess))
    return (
      <Frame>
        <Waiting lines={6} />
      </Frame>
    );
  if (who.kind !== "link") return <Told words="partner.linkNeeded" />;
  if (may(who, "calls.apply")) return <InvitedPage />;
  return may(who, "reports.submit") ? <OneOwnReport /> : <Asked />;
}

const Refused = ({ error }: { error: Error }) => (
  <Frame title="partner.link">
    <Refusal error={error} />
  </Frame>
);

function Told({ words }: { words: string }) {
  return (
    <Frame title="partner.link">
      <p className="refusal" role="alert">
        <FormattedMessage id={words} />
      </p>
    </Frame>
  );
}

interface FrameProps {
  readonly title?: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

function Frame({ title = "partner.title", lead, children }: FrameProps) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: title });
  return (
    <Page title={name} name={name} lead={lead}>
      <div className="partner">{children}</div>
    </Page>
  );
}

function Asked() {
  const { data, error } = useQuery(ownRequest());
  if (error)
    return (
      <Frame>
        <Refusal error={error} />
      </Frame>
    );
  if (data === undefined)
    return (
      <Frame>
        <Waiting lines={6} />
      </Frame>
    );
  const { organisation, agreement, period, askedBy, answered, promised, owedByOthers } = data;
  return (
    <Frame lead={<PartyName of={organisation} />}>
      <p>
        <FormattedMessage
          id="partner.asked"
          values={{
            askedBy: <bdi>{askedBy}</bdi>,
            agreement: <Title of={agreement} />,
            period: (
              <strong>
                <Period from={period.from} to={period.to} />
              </strong>
            ),
          }}
        />
      </p>
      {answered ? (
        <>
          <p className="done" role="status">
            <FormattedMessage id="partner.answered" />
          </p>
          <Promises title={<FormattedMessage id="partner.promised" />} promises={promised} />
        </>
      ) : (
        <AnswerForm request={data} />
      )}
      {owedByOthers.length > 0 && (
        <Promises title={<FormattedMessage id="partner.owed" />} promises={owedByOthers} />
      )}
    </Frame>
  );
}
