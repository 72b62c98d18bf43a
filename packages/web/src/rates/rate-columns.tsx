import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Rate, withdrawRate } from "../api/rates.ts";
import { RemoveButton } from "../form/remove-button.tsx";
import { Day, Name, NoNumber, useDay } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";
import { Worth } from "./worth.tsx";

export function useRateColumns(): Column<Rate>[] {
  const intl = useIntl();
  const { data: who } = useQuery(me());
  const label = (key: string) => intl.formatMessage({ id: `rates.column.${key}` });
  const change: Column<Rate> = {
    id: "change",
    label: label("change"),
    cell: (row) => (row.withdrawn ? <NoNumber /> : <Change row={row} />),
  };
  return [
    {
      id: "on",
      label: label("on"),
      isName: true,
      cell: ({ on }) => <Day value={on} />,
      value: ({ on }) => on,
    },
    {
      id: "rate",
      label: label("rate"),
      cell: (row) =>
        row.withdrawn ? (
          <del>
            <Worth of={row} />
          </del>
        ) : (
          <Worth of={row} />
        ),
      values: [
        { label: label("from"), of: ({ from }) => from },
        { label: label("to"), of: ({ to }) => to },
        { label: label("rate"), of: ({ rate }) => Number(rate) },
      ],
    },
    {
      id: "source",
      label: label("source"),
      cell: (row) => <Source row={row} />,
      values: [
        { label: label("source"), of: ({ source }) => source },
        { label: label("address"), of: ({ address }) => address },
        { label: label("withdrawn"), of: ({ withdrawn }) => withdrawn?.reason ?? null },
      ],
    },
    ...(may(who, "rates.record") ? [change] : []),
  ];
}

function Source({ row: { source, address, withdrawn } }: { row: Rate }) {
  return (
    <span>
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          <Name>{source}</Name>
        </a>
      ) : (
        <Name>{source}</Name>
      )}
      {withdrawn && (
        <span className="small attention">
          {" · "}
          <FormattedMessage id="rates.withdrawn" values={{ reason: <Name>{withdrawn.reason}</Name> }} />
        </span>
      )}
    </span>
  );
}

function Change({ row }: { row: Rate }) {
  const client = useQueryClient();
  const day = useDay();
  const withdraw = async (reason: string) => {
    await withdrawRate({ rate: row.id, reason });
    await client.invalidateQueries();
  };
  return (
    <span className="button-row">
      <Link to="/rates" search={(before) => ({ ...before, rate: row.id })}>
        <FormattedMessage id="rates.correct" />
      </Link>
      <RemoveButton
        what={`\u2068${row.from} → ${row.to}\u2069 · \u2068${day(row.on)}\u2069`}
        action={<FormattedMessage id="rates.withdraw" />}
        onRemove={withdraw}
      />
    </span>
  );
}
