// Several rows of a form, each of a few fields, kept in the form as one text: criteria, documents, promises.
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { FieldFault } from "../form/fields.tsx";
import type { FormState } from "../form/use-form.ts";

export type Row = Readonly<Record<string, string>>;

/** The rows that a text of a form keeps. */
export const rowsOf = (text: string): Row[] => (text === "" ? [] : (JSON.parse(text) as Row[]));
export const textOfRows = (rows: readonly Row[]): string => (rows.length === 0 ? "" : JSON.stringify(rows));

interface RowsFieldProps<Name extends string> {
  readonly form: FormState<Name>;
  readonly name: Name;
  readonly legend: ReactNode;
  readonly why?: ReactNode;
  readonly add: ReactNode;
  readonly empty: Row;
  readonly children: (row: Row, set: (change: Row) => void, at: number) => ReactNode;
}

export function RowsField<Name extends string>(props: RowsFieldProps<Name>) {
  const { form, name, legend, why, add, empty, children } = props;
  const rows = rowsOf(form.values[name]);
  const write = (next: readonly Row[]) => form.set(name, textOfRows(next));
  return (
    <fieldset className="rows-field">
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
          <button type="button" className="quiet" onClick={() => write(rows.filter((_, n) => n !== at))}>
            <FormattedMessage id="calls.removeRow" values={{ number: at + 1 }} />
          </button>
        </div>
      ))}
      <FieldFault id={name} fault={form.faultOf(name)} />
      <button type="button" className="button" onClick={() => write([...rows, empty])}>
        {add}
      </button>
    </fieldset>
  );
}
