// Keys of machines: made with a role and an end, shown once, taken back.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type ApiKey, apiKeys, makeApiKey, revokeApiKey } from "../api/account.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Refusal, TextField } from "../form/fields.tsx";
import { Instant, NoNumber } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { GrantForm } from "./grant-form.tsx";
import { Grants } from "./grants.tsx";
import { HandOver } from "./hand-over.tsx";
import { UserTabs } from "./user-tabs.tsx";
import "./users.css";

export function KeysPage() {
  const intl = useIntl();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(apiKeys());
  const revoking = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: () => client.invalidateQueries(apiKeys()),
  });
  const columns = useKeyColumns((key) => revoking.mutate(key));
  const name = intl.formatMessage({ id: "users.keys" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="users.keysLead" />}>
      <UserTabs />
      <MakeKey />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <Refusal error={revoking.error} />
      {data && (
        <DataTable
          name="api-keys"
          caption={name}
          columns={columns}
          rows={data}
          keyOf={(one) => one.id}
          whenEmpty={<FormattedMessage id="users.noKeys" />}
        />
      )}
    </Page>
  );
}

function MakeKey() {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const [key, setKey] = useState<string | null>(null);
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="users.makeKey" />
      </summary>
      <GrantForm
        action={<FormattedMessage id="users.makeKeyAction" />}
        onSend={async (grant) => {
          const made = await makeApiKey({ name, days: Number(days), roles: [grant] });
          setKey(made.key);
          setName("");
          await client.invalidateQueries(apiKeys());
        }}
      >
        <TextField
          label={<FormattedMessage id="users.keyName" />}
          why={<FormattedMessage id="users.keyNameWhy" />}
          least={2}
          most={120}
          isNeeded
          value={name}
          onChange={setName}
        />
        <TextField
          label={<FormattedMessage id="users.keyDays" />}
          type="number"
          least={1}
          isNeeded
          value={days}
          onChange={setDays}
        />
      </GrantForm>
      {key !== null && <HandOver text={key} why="users.keyOnce" />}
    </details>
  );
}

function useKeyColumns(onRevoke: (key: string) => void): Column<ApiKey>[] {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `users.column.${key}` });
  return [
    { id: "name", label: column("name"), isName: true, cell: (one) => <bdi>{one.name}</bdi> },
    { id: "prefix", label: column("prefix"), cell: (one) => <code dir="ltr">{`${one.prefix}_…`}</code> },
    { id: "roles", label: column("roles"), cell: (one) => <Grants grants={one.grants} /> },
    {
      id: "used",
      label: column("used"),
      cell: (one) => (one.lastUsedAt === null ? <NoNumber /> : <Instant value={one.lastUsedAt} />),
    },
    { id: "expires", label: column("expires"), cell: (one) => <Instant value={one.expiresAt} /> },
    {
      id: "revoke",
      label: column("revoke"),
      cell: (one) =>
        one.revokedAt === null ? (
          <button type="button" className="plain-button" onClick={() => onRevoke(one.id)}>
            <FormattedMessage id="users.revoke" />
          </button>
        ) : (
          <FormattedMessage id="users.revokedOn" values={{ at: <Instant value={one.revokedAt} /> }} />
        ),
    },
  ];
}
