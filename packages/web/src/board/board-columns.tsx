import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useLines } from "../api/lines.ts";
import { type AgreementSummary, type BoardColumn, everyoneNext } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { Count } from "../language/figures.tsx";
import { BoardCard } from "./board-card.tsx";
import "../form/form.css";
import { moveBetweenCards } from "./move-between-cards.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { movesOf } from "./moves.ts";

interface BoardColumnsProps {
  readonly columns: readonly BoardColumn[];
  readonly space: Space;
  /** Asks for the cards that are not shown yet. */
  readonly onAll: () => void;
}

interface Asked {
  readonly agreement: AgreementSummary;
  /** The column on which the card was dropped; null: chosen from the list of acts. */
  readonly column: string | null;
}

export function BoardColumns({ columns, space, onAll }: BoardColumnsProps) {
  const [held, setHeld] = useState<AgreementSummary | null>(null);
  const targets = useTargets(held);
  const [asked, setAsked] = useState<Asked | null>(null);
  const cards = columns.flatMap(({ agreements }) => agreements);
  const lines = useLines(cards.map(({ reference }) => reference));
  const drop = (column: string) => {
    if (held) setAsked({ agreement: held, column });
    setHeld(null);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside */}
      <div className="board" onKeyDown={moveBetweenCards}>
        {columns.map((column) => (
          <Column
            key={column.column}
            column={column}
            isTarget={targets?.has(column.column) ?? false}
            isOpen={held !== null && targets?.has(column.column) !== false}
            onDrop={() => drop(column.column)}
            onAll={onAll}
          >
            {column.agreements.map((agreement) => (
              <BoardCard
                key={agreement.id}
                agreement={agreement}
                line={lines.get(agreement.reference)}
                space={space}
                onHold={setHeld}
                onMove={() => setAsked({ agreement, column: null })}
              />
            ))}
          </Column>
        ))}
      </div>
      {asked && (
        <MoveDialog agreement={asked.agreement} column={asked.column} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** The columns to which an act leads that the reader may do; undefined until that is known. */
function useTargets(held: AgreementSummary | null): ReadonlySet<string> | undefined {
  const { data } = useQuery({ ...everyoneNext(held?.reference ?? ""), enabled: held !== null });
  return held && data ? new Set(movesOf(data).map(({ column }) => column)) : undefined;
}

interface ColumnProps {
  readonly column: BoardColumn;
  /** The card that is held can be put here, and that is shown. */
  readonly isTarget: boolean;
  /** It can be, or that is not known yet: the dialog that a drop opens says then what may be done. */
  readonly isOpen: boolean;
  readonly onDrop: () => void;
  readonly onAll: () => void;
  readonly children: React.ReactNode;
}

function Column({ column, isTarget, isOpen, onDrop, onAll, children }: ColumnProps) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `core.agreements.column.${column.column}` });
  return (
    <section
      className="board-column"
      aria-label={name}
      data-target={isTarget || undefined}
      onDragOver={(event) => isOpen && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <h2>
        {name} <Count value={column.total} />
      </h2>
      {column.agreements.length === 0 && (
        <p className="small muted">
          <FormattedMessage id="board.noCard" />
        </p>
      )}
      <ul>{children}</ul>
      {column.total > column.agreements.length && (
        <button type="button" className="plain-button small" onClick={onAll}>
          <FormattedMessage
            id="board.moreCards"
            values={{ count: column.total - column.agreements.length }}
          />
        </button>
      )}
    </section>
  );
}
