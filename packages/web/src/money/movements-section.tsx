// Every amount of one kind: its day, who received it, its papers; and for who may, putting it right or withdrawing it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { may, me } from "../api/account.ts";
import {
  type Movement,
  type MovementKind,
  type OneContribution,
  openPaper,
  withdrawMovement,
} from "../api/funding.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Space } from "../app/address.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Refusal } from "../form/fields.tsx";
import { RemoveButton } from "../form/remove-button.tsx";
import { keepFile } from "../journal/keep-file.ts";
import { Money as Amount, Day, Name, NoNumber, useDay, useMoney } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

interface MovementsProps {
  readonly kind: MovementKind;
  readonly data: OneContribution;
  readonly number: string;
  readonly space: Space;
}

export function MovementsSection(props: MovementsProps) {
  const { kind, data, space } = props;
  const intl = useIntl();
  const columns = useMovementColumns(props);
  const rows = data.movements.filter((row) => row.kind === kind);
  const caption = `${intl.formatMessage({ id: `money.column.${kind}` })} · ${data.contribution.reference}`;
  const simulated = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <Section
      anchor={kind}
      title={<FormattedMessage id={`contribution.section.${kind}`} />}
      note={<Amount amount={data.contribution[kind]} currency={data.currency} />}
    >
      <DataTable
        name={`contribution-${kind}`}
        caption={caption}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        whenEmpty={
          <p className="muted">
            <FormattedMessage id={`contribution.none.${kind}`} />
          </p>
        }
        tools={(shown) => (
          <ExportMenu
            table={`contribution-${kind}`}
            caption={caption}
            space={space}
            read={async () => sheetOf(columns, shown, rows, simulated)}
          />
        )}
      />
    </Section>
  );
}

function useMovementColumns(props: MovementsProps): Column<Movement>[] {
  const { kind, data, space } = props;
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  const label = (key: string) => intl.formatMessage({ id: `contribution.column.${key}` });
  const own = useRights();
  const payee: Column<Movement> = {
    id: "payee",
    label: label("payee"),
    cell: (row) => (row.payee ? <Name>{nameOf(row.payee)}</Name> : <NoNumber />),
    value: (row) => (row.payee ? nameOf(row.payee) : null),
  };
  return [
    {
      id: "on",
      label: label(`on.${kind}`),
      isName: true,
      cell: (row) => <Day value={row.on} />,
      value: (row) => row.on,
    },
    {
      id: "amount",
      label: label("amount"),
      isNumber: true,
      cell: (row) => <MovedAmount row={row} currency={data.currency} />,
      values: [
        { label: label("amount"), of: (row) => (row.withdrawn ? null : Number(row.amount)) },
        { label: intl.formatMessage({ id: "moneyForm.currency" }), of: () => data.currency },
      ],
    },
    ...(kind === "paid" ? [payee] : []),
    {
      id: "papers",
      label: label("papers"),
      cell: (row) => <Papers row={row} contribution={data.contribution.reference} opens={own.opens} />,
      value: (row) => row.papers.map(({ kind: of, number }) => number ?? of).join("; "),
    },
    { id: "note", label: label("note"), cell: (row) => <NoteOf row={row} />, value: noteText },
    ...(own.moves
      ? [{ id: "change", label: label("change"), cell: (row: Movement) => <Change {...props} row={row} /> }]
      : []),
  ];
}

const noteText = (row: Movement): string | null =>
  [row.note, row.withdrawn?.reason].filter(Boolean).join(" · ") || null;

function useRights() {
  const { data: who } = useQuery(me());
  return { moves: may(who, "funding.move"), opens: may(who, "funding.open_paper") };
}

function MovedAmount({ row, currency }: { row: Movement; currency: string }) {
  const amount = <Amount amount={row.amount} currency={currency} />;
  return row.withdrawn ? <del>{amount}</del> : amount;
}

function NoteOf({ row }: { row: Movement }) {
  if (!row.note && !row.withdrawn) return <NoNumber />;
  return (
    <span>
      {row.note && <Name>{row.note}</Name>}
      {row.withdrawn && (
        <span className="small attention">
          {row.note && " · "}
          <FormattedMessage
            id={row.withdrawn.by === null ? "contribution.withdrawn" : "contribution.putRight"}
            values={{ reason: <Name>{row.withdrawn.reason}</Name> }}
          />
        </span>
      )}
    </span>
  );
}

interface PapersProps {
  readonly row: Movement;
  readonly contribution: string;
  readonly opens: boolean;
}

/** An amount without a paper says so: it is nowhere proven. */
function Papers({ row, contribution, opens }: PapersProps) {
  const opening = useMutation({
    mutationFn: async (paper: string) => {
      const { mediaType, base64 } = await openPaper(contribution, paper);
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      keepFile(bytes, `${contribution.replace("/", "-")}-${paper.slice(0, 8)}`, mediaType);
    },
  });
  if (row.papers.length === 0)
    return (
      <span className="small attention">
        <FormattedMessage id="contribution.noPaper" />
      </span>
    );
  return (
    <ul className="paper-list">
      {row.papers.map(({ paper, kind, number }) => {
        const words = (
          <>
            <FormattedMessage id={`paper.kind.${kind}`} />
            {number && (
              <>
                {" "}
                <Name>{number}</Name>
              </>
            )}
          </>
        );
        return (
          <li key={paper}>
            {opens ? (
              <button type="button" className="plain-button" onClick={() => opening.mutate(paper)}>
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        );
      })}
      <Refusal error={opening.error} />
    </ul>
  );
}

function Change({ data, number, row }: MovementsProps & { row: Movement }) {
  const client = useQueryClient();
  const money = useMoney();
  const day = useDay();
  if (row.withdrawn) return <NoNumber />;
  const { reference } = data.contribution;
  const withdraw = async (reason: string) => {
    await withdrawMovement({ contribution: reference, movement: row.id, reason });
    await client.invalidateQueries({ queryKey: ["money"] });
  };
  return (
    <span className="button-row">
      <Link
        to="/agreements/$reference/money/$number/move"
        params={{ reference: data.agreement.reference, number }}
        search={(before) => ({ ...(before.lang && { lang: before.lang }), movement: row.id })}
      >
        <FormattedMessage id="contribution.correct" />
      </Link>
      <RemoveButton
        what={`\u2068${money(row.amount, data.currency)}\u2069 · \u2068${day(row.on)}\u2069`}
        action={<FormattedMessage id="contribution.withdraw" />}
        onRemove={withdraw}
      />
    </span>
  );
}
