// Several rows of a form, each of a few fields, kept in the form as one text: criteria, documents, promises, conditions.
// Who works with the keyboard goes on where she is: in the row that she added, or at the button where she took one away.
import { type ReactNode, useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";
import { FieldFault } from "./fields.tsx";
import { type Row, rowsOf, textOfRows } from "./rows.ts";
import type { FormState } from "./use-form.ts";
import "./rows-field.css";

interface RowsFieldProps<Name extends string> {
  readonly form: FormState<Name>;
  readonly name: Name;
  readonly legend: ReactNode;
  readonly why?: ReactNode;
  readonly add: ReactNode;
  readonly empty: Row;
  /** The message of the button that takes a row away, where it is called something else. */
  readonly removes?: string;
  /** As many as the API takes. */
  readonly most?: number;
  readonly children: (row: Row, set: (change: Row) => void, at: number) => ReactNode;
}

export function RowsField<Name extends string>(props: RowsFieldProps<Name>) {
  const {
    form,
    name,
    legend,
    why,
    add,
    empty,
    most = Number.POSITIVE_INFINITY,
    removes = "form.removeRow",
    children,
  } = props;
  const rows = rowsOf(form.values[name]);
  const write = (next: readonly Row[]) => form.set(name, textOfRows(next));
  const { group, goTo } = useGoingOn(rows.length);
  return (
    <fieldset className="rows-field" ref={group}>
      <legend>{legend}</legend>
      {why && <p className="small muted">{why}</p>}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place until it is saved
        <div key={at} className="rows-row">
          {children(
            row,
            (change) => write(rows.map((one, n) => (n === at ? { ...one, ...change } : one))),
            at,
          )}
          <button
            type="button"
            className="quiet"
            onClick={() => {
              goTo("button");
              write(rows.filter((_, n) => n !== at));
            }}
          >
            <FormattedMessage id={removes} values={{ number: at + 1 }} />
          </button>
        </div>
      ))}
      <FieldFault id={name} fault={form.faultOf(name)} />
      {rows.length < most ? (
        <button
          type="button"
          className="button rows-add"
          onClick={() => {
            goTo("row");
            write([...rows, empty]);
          }}
        >
          {add}
        </button>
      ) : (
        <p className="small muted" role="status">
          <FormattedMessage id="form.mostRows" values={{ count: most }} />
        </p>
      )}
    </fieldset>
  );
}

/** After a row was added or taken away, and drawn: its first field, or the button that adds. */
function useGoingOn(count: number) {
  const group = useRef<HTMLFieldSetElement>(null);
  const next = useRef<"row" | "button" | null>(null);
  useEffect(() => {
    const rows = group.current?.querySelectorAll<HTMLElement>(".rows-row") ?? [];
    const first = rows[count - 1]?.querySelector<HTMLElement>("input, select, textarea");
    const button = group.current?.querySelector<HTMLElement>(".rows-add");
    if (next.current !== null) (next.current === "row" ? first : button)?.focus();
    next.current = null;
  }, [count]);
  return {
    group,
    goTo: (where: "row" | "button") => {
      next.current = where;
    },
  };
}
