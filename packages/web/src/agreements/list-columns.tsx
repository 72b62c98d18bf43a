import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useDormant } from "../alarms/dormant.tsx";
import { may, me } from "../api/account.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { type AgreementLine, type AgreementSummary, agreementLines } from "../api/read.ts";
import { useVocabulary, type Vocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { type Opened, useOpen } from "../app/opened.ts";
import { Count, Money, Name, NoNumber, usePartialDay } from "../language/figures.tsx";
import { PromiseBar } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import type { Column } from "../table/data-table.tsx";
import { KindWords, StateMark, Title } from "./agreement-words.tsx";
import { useListValues } from "./list-values.ts";
import "./list.css";

/** The columns of the list; money and promise bars are read for the agreements of the page alone. */
export function useListColumns(space: Space, page: readonly AgreementSummary[]) {
  const seesLines = useSeesLines();
  const { data, error, refetch } = useQuery(
    agreementLines(seesLines ? page.map(({ reference }) => reference) : []),
  );
  const columnsOver = useColumnsOver(space);
  const columns = useMemo(() => columnsOver(seesLines ? (data ?? []) : null), [columnsOver, seesLines, data]);
  return { columns, error, retry: () => void refetch() };
}

/** Money and promises are told to who reads standings: the columns of the others leave them out. */
export function useSeesLines(): boolean {
  const { data: who } = useQuery(me());
  return may(who, "standings.read");
}

/**
 * The same columns over lines that were read elsewhere: the export reads those of every page.
 * Null for whoever may read no lines.
 */
export function useColumnsOver(space: Space) {
  const intl = useIntl();
  const words = useVocabulary(space);
  const partialDay = usePartialDay();
  const nameOf = useOrganisationName(space);
  const values = useListValues(nameOf);
  const open = useOpen();
  const dormant = useDormant(space);
  return useCallback(
    (read: readonly AgreementLine[] | null) => {
      const lines = new Map(read?.map((line) => [line.agreement, line]));
      const label = (key: string) => intl.formatMessage({ id: `list.column.${key}` });
      const sleeping = intl.formatMessage({ id: "alarms.dormant" });
      const lineOf = (one: AgreementSummary) => lines.get(one.reference);
      return [
        ...ownColumns({ label, words, partialDay, values, nameOf, dormant, sleeping }),
        ...(read === null ? [] : lineColumns({ label, words, open, lineOf, values })),
      ];
    },
    [intl, words, partialDay, values, nameOf, open, dormant],
  );
}

interface OverAgreements {
  readonly label: (key: string) => string;
  readonly words: Vocabulary;
  readonly partialDay: ReturnType<typeof usePartialDay>;
  readonly values: ReturnType<typeof useListValues>;
  readonly nameOf: ReturnType<typeof useOrganisationName>;
  /** References of those that sleep, and the word for it. */
  readonly dormant: ReadonlySet<string>;
  readonly sleeping: string;
}

function ownColumns(needs: OverAgreements): Column<AgreementSummary>[] {
  const { label, words, partialDay, values, nameOf, dormant, sleeping } = needs;
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
      value: (one) => [values.state(one), dormant.has(one.reference) && sleeping].filter(Boolean).join(" · "),
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
      cell: (one) => <Parties parties={one.parties} nameOf={nameOf} />,
      value: values.parties,
    },
  ];
}

function State({ agreement, isDormant }: { agreement: AgreementSummary; isDormant: boolean }) {
  return (
    <span>
      <StateMark state={agreement.state} reported={agreement.reported} />
      {isDormant && (
        <span className="small attention">
          {" · "}
          <FormattedMessage id="alarms.dormant" />
        </span>
      )}
    </span>
  );
}

interface OverLines {
  readonly label: (key: string) => string;
  readonly words: Vocabulary;
  readonly open: (opened: Opened) => void;
  readonly lineOf: (one: AgreementSummary) => AgreementLine | undefined;
  readonly values: ReturnType<typeof useListValues>;
}

/** Money and promises: what the lines beside the agreements hold. */
function lineColumns({ label, words, open, lineOf, values }: OverLines): Column<AgreementSummary>[] {
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
      cell: (one) => <Bars line={lineOf(one)} words={words} open={open} />,
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

function Parties({ parties, nameOf }: Pick<AgreementSummary, "parties"> & Pick<OverAgreements, "nameOf">) {
  const intl = useIntl();
  const names = [...new Set(parties.map(nameOf))];
  const shown = names.slice(0, 2);
  if (names.length === 0) return null;
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

/** Without a number only where the line says so: one that is not read yet, or could not be, says nothing. */
function MoneyCell({ line }: { line: AgreementLine | undefined }) {
  if (line === undefined) return null;
  if (line.money.length === 0) return <NoNumber />;
  return line.money.map(({ amount, currency }) => (
    <div key={currency}>
      <Money amount={amount} currency={currency} />
    </div>
  ));
}

/** Its own commitments, each with its bar; what stands below it has bars on its own line. */
function Bars({
  line,
  words,
  open,
}: { readonly line: AgreementLine | undefined } & Pick<OverLines, "words" | "open">) {
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
