// Who judges: named by the agency, each with how far she is, and the interests that were declared.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import {
  type Assessors,
  assessors,
  type Call,
  nameAssessor,
  possibleAssessors,
  releaseAssessor,
} from "../api/calls.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { ChoiceField, Form, Refusal } from "../form/fields.tsx";
import { Instant, Name } from "../language/figures.tsx";

export function AssessorsSection({ call }: { call: Call }) {
  const { may } = useRightsAt({ call: call.reference });
  const { data, error, refetch } = useQuery(assessors(call.reference));
  const names = may("calls.prepare") && ["open", "closed"].includes(call.state);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  return (
    <Section title={<FormattedMessage id="calls.assessors" />}>
      {data?.assessors.length === 0 && (
        <p className="muted">
          <FormattedMessage id="calls.noAssessor" />
        </p>
      )}
      <ul className="row-list small">
        {data?.assessors.map((one) => (
          <li key={one.user}>
            <Name>{one.name}</Name>
            {" · "}
            <Progress one={one} call={call} />
            {names && !one.hasStated && <Release call={call} user={one.user} name={one.name} />}
          </li>
        ))}
      </ul>
      {data && data.interests.length > 0 && <Interests interests={data.interests} />}
      {names && <NameForm call={call} named={data?.assessors ?? []} />}
    </Section>
  );
}

type One = Assessors["assessors"][number];

function Progress({ one, call }: { one: One; call: Call }) {
  if (one.handedInAt !== null)
    return <FormattedMessage id="calls.handedIn" values={{ at: <Instant value={one.handedInAt} /> }} />;
  if (call.state === "open") return <FormattedMessage id="calls.namedOnly" />;
  return (
    <span className={call.state === "closed" ? "attention" : "muted"}>
      <FormattedMessage
        id={one.hasStated ? "calls.marking" : "calls.notStated"}
        values={{ marked: one.marked, of: one.of }}
      />
    </span>
  );
}

function Interests({ interests }: Pick<Assessors, "interests">) {
  return (
    <div className="small">
      <h3>
        <FormattedMessage id="calls.interests" />
      </h3>
      <ul>
        {interests.map(({ assessor, receipt, nature }) => (
          <li key={`${assessor} ${receipt}`}>
            <Name>{assessor}</Name> · <bdi>{receipt}</bdi> · <Name>{nature}</Name>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Release({ call, user, name }: { call: Call; user: string; name: string }) {
  const intl = useIntl();
  const client = useQueryClient();
  const releasing = useMutation({
    mutationFn: () => releaseAssessor(call.reference, user),
    onSuccess: () => client.invalidateQueries({ queryKey: ["call", call.reference] }),
  });
  return (
    <>
      {" "}
      <button
        type="button"
        className="plain-button not-printed"
        aria-label={intl.formatMessage({ id: "calls.releaseThis" }, { name })}
        onClick={() => releasing.mutate()}
      >
        <FormattedMessage id="calls.release" />
      </button>
      <Refusal error={releasing.error} />
    </>
  );
}

function NameForm({ call, named }: { call: Call; named: readonly One[] }) {
  const client = useQueryClient();
  const [user, setUser] = useState("");
  const { data } = useQuery(possibleAssessors(call.reference));
  const naming = useMutation({
    mutationFn: () => nameAssessor(call.reference, user),
    onSuccess: () => {
      setUser("");
      return client.invalidateQueries({ queryKey: ["call", call.reference] });
    },
  });
  const intl = useIntl();
  const options = (data?.people ?? []).filter(({ id }) => !named.some((one) => one.user === id));
  return (
    <details className="make not-printed">
      <summary>
        <FormattedMessage id="calls.nameAssessor" />
      </summary>
      <Form
        onSend={() => naming.mutate()}
        isSending={naming.isPending}
        error={naming.error}
        action={<FormattedMessage id="calls.nameAssessor" />}
      >
        <ChoiceField
          label={<FormattedMessage id="calls.assessor" />}
          why={<FormattedMessage id="calls.assessor.why" />}
          none={intl.formatMessage({ id: "form.choose" })}
          isNeeded
          value={user}
          onChange={setUser}
          options={options.map(({ id, name }) => ({ value: id, words: name }))}
        />
      </Form>
    </details>
  );
}
