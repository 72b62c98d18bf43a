// The rows at fault as in their sheet: the cell is marked, says what is wrong and what would be accepted, and is
// corrected in place. F8 goes to the next error.
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Outcome, SheetKind } from "../../api/uploads.ts";
import { Waiting } from "../../app/waiting.tsx";
import { Colon, useLabel } from "../../language/figures.tsx";
import { Paging } from "../../table/paging.tsx";
import type { SheetBeside } from "./ask-rows.ts";
import { errorsOfRows, type RowErrors } from "./errors-of-rows.ts";
import "../../table/data-table.css";
import type { Corrections } from "./sheet-rows.ts";

const atOnce = 25;

interface ErrorGridProps {
  readonly outcome: Outcome;
  readonly kind: SheetKind;
  readonly beside: SheetBeside;
  readonly corrections: Corrections;
  readonly onCorrect: (corrections: Corrections) => void;
}

export function ErrorGrid({ outcome, kind, beside, corrections, onCorrect }: ErrorGridProps) {
  const intl = useIntl();
  const frame = useRef<HTMLDivElement>(null);
  const { findings, places } = outcome;
  const errors = useMemo(() => errorsOfRows(findings.listed, places), [findings, places]);
  const [offset, setOffset] = useState(0);
  const shown = errors.slice(offset, offset + atOnce);
  const numbers = shown.map(({ row }) => row);
  const { data } = useQuery({
    queryKey: ["sheet rows", beside, numbers],
    queryKeyHashFn: () => numbers.join(),
    queryFn: () => beside.rows([1, ...numbers]),
    gcTime: 0,
  });
  const headings = useHeadings(data?.[0] ?? [], places, kind);
  const correct = (row: number, place: number, text: string) =>
    onCorrect({ ...corrections, [row]: { ...corrections[row], [place]: text } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "F8") return;
    event.preventDefault();
    goToNext(frame.current);
  };
  return (
    <>
      <p className="button-row small">
        <button type="button" className="button small" onClick={() => goToNext(frame.current)}>
          <FormattedMessage id="sheet.next" />
        </button>
        <span className="muted">
          <FormattedMessage
            id="sheet.errorCount"
            values={{ errors: findings.total, rows: errors.length, listed: findings.listed.length }}
          />
        </span>
      </p>
      {!data && <Waiting lines={6} />}
      {data && (
        // biome-ignore lint/a11y/useSemanticElements: a table is no form field
        <div
          ref={frame}
          className="table-frame sheet-frame"
          role="group"
          aria-label={intl.formatMessage({ id: "sheet.grid" })}
          onKeyDown={onKeyDown}
        >
          <Rows
            headings={headings}
            shown={shown}
            cells={data.slice(1)}
            corrections={corrections}
            onCorrect={correct}
          />
        </div>
      )}
      <Paging total={errors.length} offset={offset} limit={atOnce} onPage={setOffset} />
    </>
  );
}

interface RowsProps {
  readonly headings: readonly string[];
  readonly shown: readonly RowErrors[];
  readonly cells: readonly (readonly string[])[];
  readonly corrections: Corrections;
  readonly onCorrect: (row: number, place: number, text: string) => void;
}

function Rows({ headings, shown, cells, corrections, onCorrect }: RowsProps) {
  const intl = useIntl();
  return (
    <table className="table sheet-grid">
      <thead>
        <tr>
          {[intl.formatMessage({ id: "sheet.row" }), ...headings].map((heading, at) => (
            <th key={`${heading} ${String(at)}`} scope="col">
              <bdi>{heading}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((one, at) => (
          <Row
            key={one.row}
            errors={one}
            cells={cells[at] ?? []}
            headings={headings}
            corrections={corrections[one.row] ?? {}}
            onCorrect={(place, text) => onCorrect(one.row, place, text)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The next marked cell after the one that has the focus, from the top again after the last. */
function goToNext(frame: HTMLElement | null): void {
  const marked = [...(frame?.querySelectorAll<HTMLElement>("[aria-invalid=true]") ?? [])];
  const at = marked.indexOf(document.activeElement as HTMLElement);
  const next = marked[(at + 1) % Math.max(marked.length, 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest", inline: "center" });
}

/** The words over each place: the column's in the reader's language, or what the sheet says where none is known. */
function useHeadings(
  written: readonly string[],
  places: readonly (string | null)[],
  kind: SheetKind,
): string[] {
  const label = useLabel();
  return places.map((key, place) => {
    const column = kind.columns.find((one) => one.key === key);
    return column ? label(column.heading) : (written[place] ?? "");
  });
}

interface RowProps {
  readonly errors: RowErrors;
  readonly cells: readonly string[];
  /** The words over each place. */
  readonly headings: readonly string[];
  readonly corrections: Readonly<Record<number, string>>;
  readonly onCorrect: (place: number, text: string) => void;
}

function Row({ errors, cells, headings, corrections, onCorrect }: RowProps) {
  return (
    <tr>
      <th scope="row" className="number">
        {errors.row}
        {errors.whole.map((finding) => (
          <p key={`${finding.code} ${finding.column}`} className="sheet-error">
            {finding.column !== null && (
              <>
                <bdi>{finding.column}</bdi>
                <Colon />
              </>
            )}
            {finding.message}
          </p>
        ))}
      </th>
      {headings.map((heading, place) => {
        const text = corrections[place] ?? cells[place] ?? "";
        const found = errors.cells.get(place) ?? [];
        return (
          <td
            key={`${heading} ${String(place)}`}
            data-label={heading}
            data-faulty={found.length > 0 || undefined}
          >
            <Cell
              id={`cell-${errors.row}-${place}`}
              text={text}
              isWrong={found.length > 0 && corrections[place] === undefined}
              errors={found.map(({ message }) => message)}
              label={`${heading}, ${errors.row}`}
              onText={(typed) => onCorrect(place, typed)}
            />
          </td>
        );
      })}
    </tr>
  );
}

interface CellProps {
  readonly id: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly errors: readonly string[];
  readonly label: string;
  readonly onText: (text: string) => void;
}

function Cell({ id, text, isWrong, errors, label, onText }: CellProps) {
  return (
    <>
      <input
        id={id}
        dir="auto"
        className="sheet-cell"
        value={text}
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
      />
      {errors.length > 0 && (
        <p id={`${id}-error`} className="sheet-error" data-mended={!isWrong || undefined}>
          {errors.join(" · ")}
        </p>
      )}
    </>
  );
}
