// One's meetings in one's own calendar: an address to give to the program, shown once, revoked here.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import {
  type CalendarAddress,
  calendarAddresses,
  makeCalendarAddress,
  revokeCalendarAddress,
} from "../api/account.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { Form, Refusal, TextField } from "../form/fields.tsx";
import { Instant, NoNumber } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

export function CalendarAddresses({ canMake }: { canMake: boolean }) {
  const intl = useIntl();
  const client = useQueryClient();
  const { data, error } = useQuery(calendarAddresses());
  const revoking = useMutation({
    mutationFn: revokeCalendarAddress,
    onSuccess: () => client.invalidateQueries(calendarAddresses()),
  });
  const columns = useAddressColumns((address) => revoking.mutate(address));
  const name = intl.formatMessage({ id: "account.calendar" });
  if (!canMake && (data === undefined || data.length === 0)) return null;
  return (
    <section className="section" aria-labelledby="own-calendar">
      <h2 id="own-calendar">{name}</h2>
      <p className="muted">
        <FormattedMessage id="account.calendarWhy" />
      </p>
      {canMake && <MakeAddress />}
      <Refusal error={error ?? revoking.error} />
      {data && (
        <DataTable
          name="calendar-addresses"
          caption={name}
          columns={columns}
          rows={data}
          keyOf={(one) => one.id}
          whenEmpty={<FormattedMessage id="account.noCalendar" />}
        />
      )}
    </section>
  );
}

function MakeAddress() {
  const client = useQueryClient();
  const space = useShownSpace();
  const [name, setName] = useState("");
  const making = useMutation({
    mutationFn: () => makeCalendarAddress({ name, space }),
    onSuccess: async () => {
      setName("");
      await client.invalidateQueries(calendarAddresses());
    },
  });
  return (
    <>
      <Form
        onSend={() => making.mutate()}
        isSending={making.isPending}
        error={making.error}
        action={<FormattedMessage id="account.calendarMake" />}
      >
        <TextField
          label={<FormattedMessage id="account.calendarName" />}
          why={<FormattedMessage id="account.calendarNameWhy" />}
          least={2}
          most={80}
          isNeeded
          value={name}
          onChange={setName}
        />
      </Form>
      {making.data && <NewAddress address={window.location.origin + making.data.path} />}
    </>
  );
}

function NewAddress({ address }: { address: string }) {
  return (
    <div className="kept-once" role="status">
      <p>
        <FormattedMessage id="account.calendarOnce" />
      </p>
      <code dir="ltr" className="secret">
        {address}
      </code>
      <p>
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(address)}>
          <FormattedMessage id="account.copy" />
        </button>
      </p>
    </div>
  );
}

function useAddressColumns(onRevoke: (address: string) => void): Column<CalendarAddress>[] {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `account.column.${key}` });
  return [
    { id: "name", label: column("calendar"), isName: true, cell: (one) => <bdi>{one.name}</bdi> },
    {
      id: "space",
      label: intl.formatMessage({ id: "shell.space" }),
      cell: (one) => <FormattedMessage id={`shell.space.${one.space}`} />,
    },
    { id: "made", label: column("made"), cell: (one) => <Instant value={one.recordedAt} /> },
    {
      id: "fetched",
      label: column("fetched"),
      cell: (one) => (one.lastUsedAt === null ? <NoNumber /> : <Instant value={one.lastUsedAt} />),
    },
    {
      id: "revoke",
      label: column("end"),
      cell: (one) => (
        <button type="button" className="plain-button" onClick={() => onRevoke(one.id)}>
          <FormattedMessage id="account.calendarRevoke" />
        </button>
      ),
    },
  ];
}
