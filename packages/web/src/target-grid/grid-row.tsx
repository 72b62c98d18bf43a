// One row of the grid; it is drawn anew only when something in it changes, so that a thousand cells stay light.
import { memo } from "react";
import { useIntl } from "react-intl";
import { Count } from "../language/figures.tsx";

interface GridRowProps {
  readonly row: number;
  readonly words: string;
  /** The texts of its cells, with a bar between them: a text compares quickly. */
  readonly line: string;
  /** The column of the active cell; -1 when it is in another row. */
  readonly active: number;
  readonly start: number;
  readonly end: number;
  /** What is being typed into the active cell. */
  readonly editing: string | null;
  readonly onEdit: (text: string) => void;
  readonly sum: number | null;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, words, line, active, start, end, editing, onEdit, sum } = props;
  const intl = useIntl();
  return (
    <tr>
      <th scope="row">
        <bdi>{words}</bdi>
      </th>
      {line.split("|").map((text, column) => {
        const isActive = active === column;
        const isChosen = start >= 0 && column >= start && column <= end;
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a column of a grid is its place
            key={column}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid is written in
            role="gridcell"
            data-at={`${row} ${column}`}
            tabIndex={isActive && editing === null ? 0 : -1}
            aria-selected={isChosen}
            className="number"
            data-active={isActive || undefined}
          >
            {isActive && editing !== null ? (
              <input
                // biome-ignore lint/a11y/noAutofocus: it stands where the hand is
                autoFocus
                className="cell-input"
                inputMode="numeric"
                autoComplete="off"
                dir="ltr"
                aria-label={words}
                value={editing}
                onChange={(event) => onEdit(event.target.value)}
              />
            ) : (
              text !== "" && intl.formatNumber(Number(text))
            )}
          </td>
        );
      })}
      <td className="number sum">
        <Count value={sum} />
      </td>
    </tr>
  );
});
