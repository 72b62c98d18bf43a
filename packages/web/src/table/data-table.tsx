// A list is a table first: sticky header, sorting in the address, arrows between rows, columns to choose. On a narrow
// screen each row becomes a block whose cells say what they are.
import { type KeyboardEvent, memo, type ReactNode, useDeferredValue, useMemo, useRef } from "react";
import { useIntl } from "react-intl";
import { ColumnChoice, useChosenColumns } from "./column-choice.tsx";
import { allDrawn } from "./row-window.ts";
import { useRowWindow } from "./use-row-window.ts";
import "./data-table.css";

export interface Column<Row> {
  readonly id: string;
  /** The word over the column, for the header, the choice of columns and the narrow screen. */
  readonly label: string;
  /** Beside the word: the part of the promise bar that the column gives. */
  readonly swatch?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** The cell as a plain value, for a file: a number stays a number. */
  readonly value?: (row: Row) => string | number | null;
  /** Of a cell that holds several values: each as a column of the file. */
  readonly values?: readonly { readonly label: string; readonly of: (row: Row) => string | number | null }[];
  readonly isNumber?: boolean;
  /** The name under which the API sorts by it. */
  readonly sortsAs?: string;
  /** The cell that names the row. */
  readonly isName?: boolean;
  /** Hidden until somebody asks for it. */
  readonly atFirstHidden?: boolean;
}

export interface Sorting {
  readonly by: string;
  readonly descending: boolean;
}

export interface DataTableProps<Row> {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly depthOf?: (row: Row) => number;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  /** What to say instead of an empty table: why it is empty. */
  readonly whenEmpty: ReactNode;
  readonly choosesColumns?: boolean;
  /** Beside the choice of columns, told which are shown: the export. */
  readonly tools?: (shown: ReadonlySet<string>) => ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, caption, columns, keyOf, depthOf, whenEmpty, choosesColumns = false } = props;
  const { shown, toggle } = useChosenColumns(name, columns);
  // what was clicked or chosen is answered first, and many rows drawn after it
  const before = useDeferredValue(props.rows);
  // a list that has rows is never said to be empty meanwhile
  const rows = before.length === 0 ? props.rows : before;
  const visible = useDeferredValue(
    useMemo(() => columns.filter((column) => shown.has(column.id)), [columns, shown]),
  );
  const body = useRef<HTMLTableSectionElement>(null);
  const near = useRowWindow(body, rows.length);
  if (rows.length === 0) return <div className="table-empty">{whenEmpty}</div>;
  return (
    <div className="table-whole">
      {(choosesColumns || props.tools) && (
        <div className="table-tools not-printed">
          {props.tools?.(shown)}
          {choosesColumns && <ColumnChoice columns={columns} shown={shown} toggle={toggle} />}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a table is no form field, and a landmark for each would be too many */}
      <div className="table-frame" role="group" aria-label={caption} tabIndex={0}>
        <table
          className="table"
          onKeyDown={moveBetweenRows}
          aria-rowcount={rows.length > allDrawn ? rows.length : undefined}
        >
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {visible.map((column) => (
                <HeaderCell key={column.id} column={column} sorting={props.sorting} onSort={props.onSort} />
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {near.from > 0 && <Room rows={near.from} height={near.row} />}
            {rows.slice(near.from, near.to).map((row) => (
              <Row key={keyOf(row)} row={row} columns={visible} depth={depthOf?.(row) ?? 0} />
            ))}
            {near.to < rows.length && <Room rows={rows.length - near.to} height={near.row} />}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface RowProps<One> {
  readonly row: One;
  readonly columns: readonly Column<One>[];
  readonly depth: number;
}

/** Drawn again only when it or the columns change: not while the page is scrolled, or a drawer opens beside it. */
const Row = memo(function Row<One>({ row, columns, depth }: RowProps<One>) {
  return (
    <tr data-depth={depth || undefined}>
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}) as <One>(props: RowProps<One>) => ReactNode;

/** The room of rows that are not drawn, so that the page is as long as the table. */
function Room({ rows, height }: { readonly rows: number; readonly height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a room of nothing takes no focus
    <tr className="row-room" aria-hidden="true">
      <td style={{ blockSize: `${Math.round(rows * height)}px` }} />
    </tr>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.isNumber ? "number" : undefined;
  const content = column.cell(row);
  if (column.isName) {
    return (
      <th scope="row" data-label={column.label} className={className}>
        {content}
      </th>
    );
  }
  return (
    <td data-label={column.label} className={className}>
      {content}
    </td>
  );
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly onSort: ((sorting: Sorting) => void) | undefined;
}

function HeaderCell<Row>({ column, sorting, onSort }: HeaderCellProps<Row>) {
  const intl = useIntl();
  const { sortsAs, label, swatch, isNumber } = column;
  const isSorted = sorting !== undefined && sorting.by === sortsAs;
  const direction = isSorted ? (sorting.descending ? "descending" : "ascending") : undefined;
  const words = (
    <>
      {swatch}
      <span className="head-word">{label}</span>
    </>
  );
  return (
    <th scope="col" aria-sort={direction} className={isNumber ? "number" : undefined}>
      {sortsAs && onSort ? (
        <button
          type="button"
          className="sort"
          onClick={() => onSort({ by: sortsAs, descending: isSorted && !sorting.descending })}
          title={intl.formatMessage({ id: "table.sortBy" }, { column: label })}
        >
          {words}
          <span aria-hidden="true">{direction ? (sorting?.descending ? " ↓" : " ↑") : ""}</span>
        </button>
      ) : (
        words
      )}
    </th>
  );
}

/** Arrow keys go to the same control of the row above or below. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const from = event.target as HTMLElement;
  const row = from.closest("tbody tr");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  if (!row || !next) return;
  const controls = (place: Element) => [...place.querySelectorAll<HTMLElement>("a, button")];
  const target = controls(next)[Math.max(0, controls(row).indexOf(from))] ?? controls(next)[0];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}
