import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useLines } from "../api/lines.ts";
import type { AgreementSummary, BoardColumn } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { Count } from "../language/figures.tsx";
import { BoardCard } from "./board-card.tsx";
import "../form/form.css";
import { moveBetweenCards } from "./move-between-cards.ts";
import { MoveDialog } from "./move-dialog.tsx";
import type { Held } from "./moves.ts";

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
  const [held, setHeld] = useState<Held | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const cards = columns.flatMap(({ agreements }) => agreements);
  const lines = useLines(cards.map(({ reference }) => reference));
  const drop = (column: string) => {
    if (held) setAsked({ agreement: held.agreement, column });
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
            isTarget={held?.moves.some((move) => move.column === column.column) ?? false}
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

interface ColumnProps {
  readonly column: BoardColumn;
  readonly isTarget: boolean;
  readonly onDrop: () => void;
  readonly onAll: () => void;
  readonly children: React.ReactNode;
}

function Column({ column, isTarget, onDrop, onAll, children }: ColumnProps) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `core.agreements.column.${column.column}` });
  return (
    <section
      className="board-column"
      aria-label={name}
      data-target={isTarget || undefined}
      onDragOver={(event) => isTarget && event.preventDefault()}
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
