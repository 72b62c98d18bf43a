// On the agreement's page: who was asked for which period, whether the answer came, and the way to ask.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { askDeclaration, type DeclarationRequest, may, me, requestLink, requestsOf } from "../api/account.ts";
import { type Agreement, agreementCommitments } from "../api/read.ts";
import { ChoiceField, Form, Refusal, TextField } from "../form/fields.tsx";
import { Day, Period } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { HandOver } from "../users/hand-over.tsx";
import { useLanguages } from "../users/languages.ts";

export function RequestsSection({ agreement }: { agreement: Agreement }) {
  const who = useQuery(me()).data;
  const reads = may(who, "requests.read");
  const { data = [] } = useQuery({ ...requestsOf(agreement.reference), enabled: reads });
  const owing = useOwing(agreement.reference);
  const asks = may(who, "requests.ask") && owing.length > 0;
  if (!reads || (data.length === 0 && !asks)) return null;
  return (
    <Section title={<FormattedMessage id="partner.requests" />}>
      <ul className="row-list">
        {data.map((request) => (
          <li key={request.id}>
            <RequestLine request={request} asks={asks} />
          </li>
        ))}
      </ul>
      {asks && <Ask agreement={agreement.reference} owing={owing} byMail={who?.ways.mail === true} />}
    </Section>
  );
}

/** The organisations that owe something in this agreement: those that can be asked. */
function useOwing(agreement: string) {
  const { data } = useQuery(agreementCommitments(agreement, {}));
  const parties = data?.commitments.flatMap(({ owedBy }) => (owedBy === null ? [] : [owedBy])) ?? [];
  return [...new Map(parties.map(({ reference, name }) => [reference, name]))].map(([value, words]) => ({
    value,
    words,
  }));
}

function RequestLine({ request, asks }: { request: DeclarationRequest; asks: boolean }) {
  const linking = useMutation({ mutationFn: () => requestLink(request.id) });
  const { organisation, addressee, period, dueOn, answeredAt } = request;
  return (
    <>
      <p>
        <bdi>{organisation}</bdi> <span className="muted">· </span>
        <Period from={period.from} to={period.to} />
      </p>
      <p className="small muted">
        <bdi>{addressee}</bdi>
        {" · "}
        {answeredAt === null ? (
          <FormattedMessage id="partner.waits" values={{ day: <Day value={dueOn} /> }} />
        ) : (
          <FormattedMessage id="partner.came" values={{ day: <Day value={answeredAt} /> }} />
        )}
        {asks && answeredAt === null && (
          <>
            {" · "}
            <button type="button" className="plain-button" onClick={() => linking.mutate()}>
              <FormattedMessage id="partner.newLink" />
            </button>
          </>
        )}
      </p>
      <Refusal error={linking.error} />
      {linking.data && (
        <HandOver text={`${location.origin}/open#${linking.data.token}`} why="partner.handOver" />
      )}
    </>
  );
}

interface AskProps {
  readonly agreement: string;
  readonly owing: readonly { readonly value: string; readonly words: string }[];
  readonly byMail: boolean;
}

function Ask({ agreement, owing, byMail }: AskProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const languages = useLanguages();
  const [organisation, setOrganisation] = useState(owing[0]?.value ?? "");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [days, setDays] = useState("7");
  const [language, setLanguage] = useState<string>(useLocale());
  const asking = useMutation({
    mutationFn: async () => {
      const spoken = language === "ar" || language === "en" ? language : "fr";
      const asked = {
        agreement,
        organisation,
        period: { from, to },
        days: Number(days),
        language: spoken,
      } as const;
      const { request } = await askDeclaration({ ...asked, send: byMail });
      return byMail ? null : (await requestLink(request)).token;
    },
    onSuccess: () => client.invalidateQueries(requestsOf(agreement)),
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="partner.ask" />
      </summary>
      <Form
        onSend={() => asking.mutate()}
        isSending={asking.isPending}
        error={asking.error}
        action={<FormattedMessage id={byMail ? "partner.askAction" : "partner.askLink"} />}
      >
        <ChoiceField
          label={<FormattedMessage id="partner.whom" />}
          value={organisation}
          onChange={setOrganisation}
          options={owing}
        />
        <TextField
          label={intl.formatMessage({ id: "partner.from" })}
          type="date"
          isNeeded
          value={from}
          onChange={setFrom}
        />
        <TextField
          label={intl.formatMessage({ id: "partner.to" })}
          type="date"
          isNeeded
          value={to}
          onChange={setTo}
        />
        <TextField
          label={<FormattedMessage id="partner.days" />}
          type="number"
          least={1}
          isNeeded
          value={days}
          onChange={setDays}
        />
        <ChoiceField
          label={<FormattedMessage id="users.language" />}
          value={language}
          onChange={setLanguage}
          options={languages}
        />
      </Form>
      {asking.isSuccess && asking.data === null && (
        <p className="done" role="status">
          <FormattedMessage id="partner.askedByMail" />
        </p>
      )}
      {asking.data && <HandOver text={`${location.origin}/open#${asking.data}`} why="partner.handOver" />}
    </details>
  );
}
