import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { useDormant } from "../alarms/dormant.tsx";
import { useOrganisationName } from "../api/organisations.ts";
import { type AgreementLine, type AgreementSummary, agreementLines } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { useOpen } from "../app/opened.ts";
import { Count, Money, Name, NoNumber, usePartialDay } from "../language/figures.tsx";
import { PromiseBar } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import type { Column } from "../table/data-table.tsx";
import { KindWords, StateMark, Title } from "./agreement-words.tsx";
import { useListValues } from "./list-values.ts";
import "./list.css";

/** The columns of the list; money and promise bars are read for the agreements of the page alone. */
export function useListColumns(space: Space, page: readonly AgreementSummary[]): Column<AgreementSummary>[] {
  const { data } = useQuery(agreementLines(page.map(({ reference }) => reference)));
  return useColumnsOver(space)(data ?? []);
}

/** The same columns over lines that were read elsewhere: the export reads those of every page. */
export function useColumnsOver(space: Space) {
  const intl = useIntl();
  const words = useVocabulary(space);
  const partialDay = usePartialDay();
  const values = useListValues(space);
  const dormant = useDormant(space);
  const sleeping = intl.formatMessage({ id: "alarms.dormant" });
  const label = (key: string) => intl.formatMessage({ id: `list.column.${key}` });
  return (read: readonly AgreementLine[]): Column<AgreementSummary>[] => {
    const lines = new Map(read.map((line) => [line.agreement, line]));
    const lineOf = (one: AgreementSummary) => lines.get(one.reference);
    return [
      {
        id: "title",
        label: label("title"),
        isName: true,
        sortsAs: "title",
        cell: (one) => <TitleCell agreement={one} />,
        values: values.title,
      },
      {
        id: "kind",
        label: label("kind"),
        cell: (one) => <KindWords kind={one.kind} type={one.type} />,
        value: values.kind,
      },
      {
        id: "state",
        label: label("state"),
        sortsAs: "state",
        cell: (one) => <State agreement={one} isDormant={dormant.has(one.reference)} />,
        value: (one) =>
          [values.state(one), dormant.has(one.reference) && sleeping].filter(Boolean).join(" · "),
      },
      {
        id: "region",
        label: label("region"),
        cell: (one) => one.territoryId && <Name>{words.placeById(one.territoryId)}</Name>,
        value: (one) => one.territoryId && words.placeById(one.territoryId),
      },
      {
        id: "signed",
        label: label("signed"),
        sortsAs: "signed",
        cell: (one) => partialDay(one.signedOn),
        value: (one) => partialDay(one.signedOn),
        atFirstHidden: true,
      },
      {
        id: "parties",
        label: label("parties"),
        cell: (one) => <Parties parties={one.parties} space={space} />,
        value: values.parties,
      },
      ...lineColumns({ label, space, lineOf, values }),
    ];
  };
}

function State({ agreement, isDormant }: { agreement: AgreementSummary; isDormant: boolean }) {
  return (
    <>
      <StateMark state={agreement.state} reported={agreement.reported} />
      {isDormant && (
        <span className="small attention">
          {" · "}
          <FormattedMessage id="alarms.dormant" />
        </span>
      )}
    </>
  );
}

interface OverLines {
  readonly label: (key: string) => string;
  readonly space: Space;
  readonly lineOf: (one: AgreementSummary) => AgreementLine | undefined;
  readonly values: ReturnType<typeof useListValues>;
}

/** Money and promises: what the lines beside the agreements hold. */
function lineColumns({ label, space, lineOf, values }: OverLines): Column<AgreementSummary>[] {
  return [
    {
      id: "money",
      label: label("money"),
      isNumber: true,
      cell: (one) => <MoneyCell line={lineOf(one)} />,
      values: values.money(lineOf),
    },
    {
      id: "promises",
      label: label("promises"),
      cell: (one) => <Bars line={lineOf(one)} space={space} />,
      value: values.promises(lineOf),
    },
  ];
}

function TitleCell({ agreement }: { agreement: AgreementSummary }) {
  return (
    <span className="list-title">
      <Link to="/agreements/$reference" params={{ reference: agreement.reference }}>
        <Title of={agreement} />
      </Link>
      <span className="small muted">
        <Name>{agreement.reference}</Name>
      </span>
    </span>
  );
}

function Parties({ parties, space }: { parties: AgreementSummary["parties"]; space: Space }) {
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  const names = [...new Set(parties.map(nameOf))];
  const shown = names.slice(0, 2);
  return (
    <ul className="list-parties">
      {shown.map((name) => (
        <li key={name}>
          <Name>{name}</Name>
        </li>
      ))}
      {names.length > shown.length && (
        <li className="muted" title={names.join(" · ")}>
          {intl.formatMessage({ id: "list.moreParties" }, { count: names.length - shown.length })}
        </li>
      )}
    </ul>
  );
}

function MoneyCell({ line }: { line: AgreementLine | undefined }) {
  if (!line || line.money.length === 0) return <NoNumber />;
  return line.money.map(({ amount, currency }) => (
    <div key={currency}>
      <Money amount={amount} currency={currency} />
    </div>
  ));
}

/** Its own commitments, each with its bar; what stands below it has bars on its own line. */
function Bars({ line, space }: { line: AgreementLine | undefined; space: Space }) {
  const open = useOpen();
  const words = useVocabulary(space);
  return (
    <ul className="list-bars">
      {line?.commitments.map((row) => (
        <li key={row.nodeId}>
          <span className="list-bar-number">
            <Count value={row.signed.current ?? row.announced.find(({ value }) => value !== null)?.value} />
          </span>
          <PromiseBar
            promised={promisedOf(row)}
            unit={row.wording ?? (row.unit ? words.unit(row.unit) : "")}
            onOpen={() => open({ kind: "figure", commitment: row.commitment ?? "", part: null })}
          />
        </li>
      ))}
    </ul>
  );
}
