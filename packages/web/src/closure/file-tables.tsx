// The two tables of a closing file: money by party, and promises as they stood.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { ClosingFile } from "../api/closure.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { Count, Money, Name } from "../language/figures.tsx";
import { PromiseName } from "../language/promise-name.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import "../standings/standings.css";

type Settled = ClosingFile["settlement"][number];
type Stood = ClosingFile["results"][number];

/** R90-2023-06/2 → the promise 2 of R90-2023-06. */
function placeOf(commitment: string) {
  const [reference = "", number = ""] = commitment.split("/");
  return { reference, number };
}

interface SettlementTableProps {
  readonly settlement: readonly Settled[];
  readonly space: Space;
}

export function SettlementTable({ settlement, space }: SettlementTableProps) {
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  const label = (id: string) => intl.formatMessage({ id: `closure.column.${id}` });
  const money = (id: "promised" | "called" | "paid" | "justified" | "unused"): Column<Settled> => ({
    ...{ id, label: label(id), isNumber: true },
    cell: (row) => {
      const amount = row[id];
      if (amount === null) return <FormattedMessage id="closure.notTold" />;
      const isLeft = id === "unused" && Number(amount) > 0;
      return (
        <span className={isLeft ? "attention" : undefined}>
          <Money amount={amount} currency={row.currency} />
        </span>
      );
    },
  });
  const columns: Column<Settled>[] = [
    {
      ...{ id: "party", label: label("party"), isName: true },
      cell: ({ contributor, contribution, inKind }) => (
        <>
          {contributor ? (
            <Link to="/partners/$reference" params={{ reference: contributor.reference }}>
              <Name>{nameOf(contributor)}</Name>
            </Link>
          ) : (
            <FormattedMessage id="closure.unknownPayer" />
          )}{" "}
          <span className="small muted nowrap">
            <Name>{contribution}</Name>
            {inKind && (
              <>
                {" · "}
                <FormattedMessage id="closure.inKind" />
              </>
            )}
          </span>
        </>
      ),
    },
    ...(["promised", "called", "paid", "justified", "unused"] as const).map(money),
  ];
  return (
    <DataTable
      name="settlement"
      caption={intl.formatMessage({ id: "closure.settlement" })}
      columns={columns}
      rows={settlement}
      keyOf={({ contribution }) => contribution}
      whenEmpty={<FormattedMessage id="closure.noMoney" />}
    />
  );
}

interface ResultsTableProps {
  readonly results: readonly Stood[];
  readonly space: Space;
}

export function ResultsTable({ results, space }: ResultsTableProps) {
  const intl = useIntl();
  const words = useVocabulary(space);
  const label = (id: string) => intl.formatMessage({ id: `closure.column.${id}` });
  const count = (id: "declared" | "realised" | "proven"): Column<Stood> => ({
    ...{ id, label: label(id), isNumber: true, cell: (row) => <Count value={row[id]} /> },
  });
  const columns: Column<Stood>[] = [
    {
      ...{ id: "promise", label: label("promise"), isName: true },
      cell: ({ commitment, wording, indicator }) => (
        <PromiseName
          wording={wording}
          counted={indicator ? words.indicator(indicator) : null}
          reference={commitment}
          linked={(name) => (
            <Link to="/agreements/$reference/commitments/$number" params={placeOf(commitment)}>
              {name}
            </Link>
          )}
        />
      ),
    },
    {
      ...{ id: "signed", label: label("signed"), isNumber: true },
      cell: ({ signed: { original, current } }) => (
        <>
          <Count value={current} />
          {original !== null && original !== current && (
            <span className="small attention">
              {" "}
              <FormattedMessage id="closure.original" values={{ original: <Count value={original} /> }} />
            </span>
          )}
        </>
      ),
    },
    ...(["declared", "realised", "proven"] as const).map(count),
  ];
  return (
    <DataTable
      name="closing-results"
      caption={intl.formatMessage({ id: "closure.results" })}
      columns={columns}
      rows={results}
      keyOf={({ commitment }) => commitment}
      whenEmpty={<FormattedMessage id="closure.noPromise" />}
    />
  );
}
