// The focal point's five minutes: what we promised, what the others owe us, our numbers of the period, one file.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFragment } from "../account/read-fragment.ts";
import { may, me, openLink, ownRequest } from "../api/account.ts";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Refusal } from "../form/fields.tsx";
import { Period } from "../language/figures.tsx";
import { OneOwnReport } from "../reports/own-report-page.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { Promises } from "./promises.tsx";
import "./partner.css";

export function OpenPage() {
  const client = useQueryClient();
  const token = useFragment();
  // A question, not an act, so that it is asked once however often the screen is drawn: a link opens in one browser once.
  const opening = useQuery({
    queryKey: ["access-link", token],
    queryFn: async () => {
      const opened = await openLink(token ?? "");
      client.removeQueries(ownRequest());
      await client.refetchQueries(me());
      return opened;
    },
    enabled: typeof token === "string",
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (opening.error)
    return (
      <Frame>
        <Refusal error={opening.error} />
      </Frame>
    );
  if (token === undefined || (token !== null && !opening.isSuccess))
    return (
      <Frame>
        <Waiting lines={6} />
      </Frame>
    );
  return <Opened />;
}

/** A link leads to a report, or to a request for numbers. */
function Opened() {
  const { data } = useQuery(me());
  return data?.kind === "link" && may(data, "reports.submit") ? <OneOwnReport /> : <Asked />;
}

function Frame({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "partner.title" });
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
    <Frame lead={<bdi>{organisation}</bdi>}>
      <p>
        <FormattedMessage
          id="partner.asked"
          values={{
            askedBy: <bdi>{askedBy}</bdi>,
            agreement: <bdi>{agreement.title}</bdi>,
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
