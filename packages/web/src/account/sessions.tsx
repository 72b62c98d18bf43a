// Where one is signed in, and the way to end it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { endOtherSessions, endSession, me, type OwnSession, sessions } from "../api/account.ts";
import { Failure } from "../app/failure.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Refusal } from "../form/fields.tsx";
import { Instant } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

export function Sessions() {
  const intl = useIntl();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sessions());
  const again = () => Promise.all([client.invalidateQueries(sessions()), client.invalidateQueries(me())]);
  const ending = useMutation({ mutationFn: endSession, onSuccess: again });
  const endingOthers = useMutation({ mutationFn: endOtherSessions, onSuccess: again });
  const columns = useSessionColumns((session) => ending.mutate(session));
  const name = intl.formatMessage({ id: "account.sessions" });
  return (
    <section className="section">
      <h2>{name}</h2>
      <p className="muted">
        <FormattedMessage id="account.sessionsWhy" />
      </p>
      <Refusal error={ending.error ?? endingOthers.error} />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={2} />}
      {data && (
        <DataTable
          name="sessions"
          caption={name}
          columns={columns}
          rows={data}
          keyOf={(one) => one.id}
          whenEmpty={<FormattedMessage id="account.noSessions" />}
        />
      )}
      {data && data.length > 1 && (
        <p>
          <button type="button" className="button" onClick={() => endingOthers.mutate()}>
            <FormattedMessage id="account.endOthers" />
          </button>
        </p>
      )}
    </section>
  );
}

function useSessionColumns(onEnd: (session: string) => void): Column<OwnSession>[] {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `account.column.${key}` });
  return [
    { id: "device", label: column("device"), isName: true, cell: (one) => <bdi>{one.device}</bdi> },
    { id: "place", label: column("place"), cell: (one) => <Place value={one.place} /> },
    {
      id: "method",
      label: column("method"),
      cell: (one) => <FormattedMessage id={`account.method.${one.method}`} />,
    },
    { id: "last", label: column("last"), cell: (one) => <Instant value={one.lastUsedAt} /> },
    {
      id: "end",
      label: column("end"),
      cell: (one) =>
        one.here ? (
          <FormattedMessage id="account.here" />
        ) : (
          <button type="button" className="plain-button" onClick={() => onEnd(one.id)}>
            <FormattedMessage id="account.end" />
          </button>
        ),
    },
  ];
}

function Place({ value }: { value: string | null }) {
  if (value === "this machine") return <FormattedMessage id="account.thisMachine" />;
  if (value === null || value === "unknown") return <FormattedMessage id="account.unknownPlace" />;
  return <bdi dir="ltr">{value}</bdi>;
}
