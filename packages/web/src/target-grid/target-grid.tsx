// The grid in which a target is split, as one works in a sheet: arrows, typing, copy, paste, fill, undo.
import { useEffect, useId, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Count } from "../language/figures.tsx";
import type { GridProps } from "./grid-props.ts";
import { GridRow } from "./grid-row.tsx";
import { cellKey } from "./split.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import "./grid.css";

export function TargetGrid(props: GridProps) {
  const { name, rows, columns, cells, sums } = props;
  const intl = useIntl();
  const help = useId();
  const table = useRef<HTMLTableElement>(null);
  const grid = useGridKeys(props);
  const { at, range, editing } = grid;
  const isHere = useRef(false);
  useEffect(() => {
    // only who works in the grid is taken along by it
    if (isHere.current)
      table.current?.querySelector<HTMLElement>(`[data-at="${at.row} ${at.column}"]`)?.focus();
  }, [at]);
  return (
    <div className="grid-frame">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which one writes is a grid
        role="grid"
        className="target-grid"
        aria-label={name}
        aria-describedby={help}
        aria-multiselectable="true"
        {...grid.handlers}
        onFocus={(event) => {
          isHere.current = true;
          grid.handlers.onFocus(event);
        }}
        onBlur={(event) => {
          isHere.current = false;
          grid.handlers.onBlur(event);
        }}
      >
        <Head columns={columns} />
        <tbody>
          {rows.entries.map((row, index) => (
            <GridRow
              key={row.code}
              row={index}
              words={row.words}
              line={columns.entries.map(({ code }) => cells[cellKey(row.code, code)] ?? "").join("|")}
              active={at.row === index ? at.column : -1}
              start={index >= range.top && index <= range.bottom ? range.start : -1}
              end={index >= range.top && index <= range.bottom ? range.end : -1}
              editing={at.row === index ? editing : null}
              onEdit={grid.edit}
              sum={sums.ofRows[index] ?? null}
            />
          ))}
        </tbody>
        <Foot columns={columns} sums={sums} />
      </table>
      <p id={help} className="small muted">
        {intl.formatMessage({ id: "split.help" })}
      </p>
    </div>
  );
}

function Head({ columns }: Pick<GridProps, "columns">) {
  return (
    <thead>
      <tr>
        <td />
        {columns.entries.map(({ code, words }) => (
          <th key={code} scope="col" className="number">
            {words}
          </th>
        ))}
        <th scope="col" className="number sum">
          <FormattedMessage id="split.sum" />
        </th>
      </tr>
    </thead>
  );
}

function Foot({ columns, sums }: Pick<GridProps, "columns" | "sums">) {
  return (
    <tfoot>
      <tr>
        <th scope="row">
          <FormattedMessage id="split.sum" />
        </th>
        {columns.entries.map(({ code }, index) => (
          <td key={code} className="number sum">
            <Count value={sums.ofColumns[index]} />
          </td>
        ))}
        <td className="number sum">
          <Count value={sums.total} />
        </td>
      </tr>
    </tfoot>
  );
}
