import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { WaitingResult } from "../api/results.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { ActorName, Day, Instant, Name, useLabel } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";

interface WaitingTable {
  readonly space: Space;
  readonly onOpen: (id: string) => void;
  /** Which are marked for judging together, where that can be. */
  readonly chosen?: ReadonlySet<string>;
  readonly onToggle?: (id: string) => void;
}

type WaitingColumn = Column<WaitingResult>;

export function useWaitingColumns(table: WaitingTable): WaitingColumn[] {
  const intl = useIntl();
  const words = useVocabulary(table.space);
  const nameOf = useLabel();
  const label = (key: string) => intl.formatMessage({ id: `results.column.${key}` });
  const placeOf = ({ placeName }: WaitingResult) => placeName && nameOf(placeName);
  const kindOf = ({ evidenceKind }: WaitingResult) =>
    evidenceKind === null ? null : intl.formatMessage({ id: `results.kind.${evidenceKind}` });
  return [
    ...chosenColumn(label("chosen"), table),
    {
      id: "result",
      label: label("result"),
      isName: true,
      cell: (row) => (
        <button type="button" className="figure" data-result={row.id} onClick={() => table.onOpen(row.id)}>
          {words.indicator(row.indicator)}
        </button>
      ),
      value: (row) => words.indicator(row.indicator),
    },
    { id: "date", label: label("date"), cell: (row) => <Day value={row.date} />, value: (row) => row.date },
    commitmentColumn(label("commitment")),
    { id: "place", label: label("place"), cell: (row) => <Name>{placeOf(row)}</Name>, value: placeOf },
    {
      id: "evidence",
      label: label("evidence"),
      cell: (row) => <EvidenceTold row={row} />,
      values: [
        { label: label("evidence"), of: kindOf },
        { label: label("reference"), of: (row) => row.evidenceReference },
      ],
    },
    {
      id: "level",
      label: label("level"),
      cell: (row) => <Level row={row} />,
      value: (row) => intl.formatMessage({ id: `figure.level.E${row.evidence}` }),
    },
    {
      id: "by",
      label: label("by"),
      cell: (row) => <By row={row} />,
      value: (row) => row.recorder ?? row.source,
    },
    {
      id: "recorded",
      label: label("recorded"),
      cell: (row) => <Instant value={row.recordedAt} />,
      value: (row) => row.recordedAt,
      atFirstHidden: true,
    },
  ];
}

function chosenColumn(label: string, { chosen, onToggle }: WaitingTable): WaitingColumn[] {
  if (chosen === undefined || onToggle === undefined) return [];
  const cell = (row: WaitingResult) => <Choose row={row} isChosen={chosen.has(row.id)} onToggle={onToggle} />;
  return [{ id: "chosen", label, cell }];
}

const commitmentColumn = (label: string): WaitingColumn => ({
  id: "commitment",
  label,
  cell: (row) => (
    <Link
      to="/agreements/$reference"
      params={{ reference: row.agreement }}
      title={row.title}
      className="nowrap"
    >
      <Name>{row.commitment}</Name>
    </Link>
  ),
  value: (row) => row.commitment,
});

function Level({ row }: { row: WaitingResult }) {
  return (
    <span>
      <FormattedMessage id={`figure.level.E${row.evidence}`} />
      {row.claimed > row.evidence && (
        <span className="small muted">
          {" "}
          <FormattedMessage
            id="results.claims"
            values={{ level: <FormattedMessage id={`figure.level.E${row.claimed}`} /> }}
          />
        </span>
      )}
    </span>
  );
}

function By({ row }: { row: WaitingResult }) {
  return (
    <>
      <ActorName label={row.recorder ?? row.source} />
      {row.own && (
        <span className="small attention">
          {" "}
          <FormattedMessage id="results.yours" />
        </span>
      )}
    </>
  );
}

interface ChooseProps {
  readonly row: WaitingResult;
  readonly isChosen: boolean;
  readonly onToggle: (id: string) => void;
}

function Choose({ row, isChosen, onToggle }: ChooseProps) {
  const intl = useIntl();
  return (
    <input
      type="checkbox"
      checked={isChosen}
      disabled={row.own}
      aria-label={intl.formatMessage(
        { id: "results.choose" },
        { commitment: row.commitment, date: row.date },
      )}
      onChange={() => onToggle(row.id)}
    />
  );
}

/** What it rests on: the kind of paper, and the office's reference. */
export function EvidenceTold({ row }: { row: WaitingResult }) {
  const { evidenceKind, hasFile, evidenceReference } = row;
  if (!hasFile && evidenceReference === null) {
    return (
      <span className="muted">
        <FormattedMessage id="results.noEvidence" />
      </span>
    );
  }
  return (
    <>
      {hasFile && <FormattedMessage id={`results.kind.${evidenceKind ?? "other"}`} />}
      {hasFile && evidenceReference !== null && " · "}
      {evidenceReference !== null && <Name>{evidenceReference}</Name>}
    </>
  );
}
