// What partners were asked for: late first; asked again by mail, or by a link that is handed over.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me, requestLink } from "../api/account.ts";
import { type AskedNumber, askAgain, askedNumbers, type RequestState } from "../api/declarations.ts";
import { Failure } from "../app/failure.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ChoiceField, Refusal } from "../form/fields.tsx";
import { Day, Name, Period } from "../language/figures.tsx";
import { Paging } from "../table/paging.tsx";
import { HandOver } from "../users/hand-over.tsx";

const states: readonly RequestState[] = ["late", "open", "answered"];
const atOnce = 50;

export function AskedNumbers() {
  const intl = useIntl();
  const space = useShownSpace();
  const [state, setState] = useState<RequestState>("open");
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery(askedNumbers({ space, state, offset, limit: atOnce }));
  return (
    <section className="question-group">
      <h2>
        <FormattedMessage id="declare.asked" />
      </h2>
      <ChoiceField
        label={<FormattedMessage id="declare.state" />}
        value={state}
        onChange={(chosen) => {
          setOffset(0);
          setState(states.find((one) => one === chosen) ?? "open");
        }}
        options={states.map((one) => ({
          value: one,
          words: intl.formatMessage({ id: `declare.state.${one}` }),
        }))}
      />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data?.total === 0 && (
        <p className="muted">
          <FormattedMessage id="declare.noneAsked" />
        </p>
      )}
      <ul className="row-list">
        {data?.requests.map((asked) => (
          <li key={asked.id}>
            <Asked asked={asked} />
          </li>
        ))}
      </ul>
      {data && data.total > 0 && (
        <Paging total={data.total} offset={offset} limit={atOnce} onPage={setOffset} />
      )}
    </section>
  );
}

function Asked({ asked }: { asked: AskedNumber }) {
  const { data: who } = useQuery(me());
  const { organisation, addressee, period, dueOn, answeredAt, isLate, agreement } = asked;
  return (
    <>
      <p>
        <strong>
          <Name>{organisation}</Name>
        </strong>{" "}
        · <Period from={period.from} to={period.to} />
      </p>
      <p className="small muted">
        <Link to="/agreements/$reference" params={{ reference: agreement }}>
          <Name>{agreement}</Name>
        </Link>{" "}
        · <Name>{addressee}</Name> ·{" "}
        {answeredAt ? (
          <FormattedMessage id="declare.came" values={{ day: <Day value={answeredAt} /> }} />
        ) : (
          <span className={isLate ? "late-mark" : undefined}>
            <FormattedMessage
              id={isLate ? "declare.lateSince" : "declare.waits"}
              values={{ day: <Day value={dueOn} /> }}
            />
          </span>
        )}
      </p>
      {answeredAt === null && may(who, "requests.ask") && (
        <Again asked={asked} byMail={who?.ways.mail === true && asked.hasMail} />
      )}
    </>
  );
}

function Again({ asked, byMail }: { asked: AskedNumber; byMail: boolean }) {
  const client = useQueryClient();
  const asking = useMutation({
    mutationFn: () => askAgain(asked.id, 7),
    onSuccess: () => client.invalidateQueries({ queryKey: ["asked numbers"] }),
  });
  const linking = useMutation({ mutationFn: () => requestLink(asked.id) });
  return (
    <>
      <p className="button-row">
        {byMail && (
          <button
            type="button"
            className="button small"
            disabled={asking.isPending}
            onClick={() => asking.mutate()}
          >
            <FormattedMessage id="declare.again" />
          </button>
        )}
        <button type="button" className="plain-button small" onClick={() => linking.mutate()}>
          <FormattedMessage id="partner.newLink" />
        </button>
      </p>
      <Refusal error={asking.error ?? linking.error} />
      {linking.data && (
        <HandOver text={`${location.origin}/open#${linking.data.token}`} why="partner.handOver" />
      )}
    </>
  );
}
