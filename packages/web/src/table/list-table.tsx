import { DataTable, type DataTableProps } from "./data-table.tsx";
import { OnPage } from "./on-page.tsx";
import { Paging } from "./paging.tsx";

interface ListTableProps<Row, Sort extends string, Other extends "asc" | "desc">
  extends Omit<DataTableProps<Row>, "sorting" | "onSort" | "choosesColumns"> {
  readonly sort: Sort;
  readonly direction: "asc" | "desc";
  /** The direction that the address names; the list has the other one when it names none. */
  readonly named: Other;
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly onChange: (part: {
    sort?: Sort;
    direction?: Other | undefined;
    offset?: number | undefined;
  }) => void;
}

/** A list whose order and page stand in the address. */
export function ListTable<Row, Sort extends string, Other extends "asc" | "desc">(
  props: ListTableProps<Row, Sort, Other>,
) {
  const { sort, direction, named, total, offset, limit, onChange, ...table } = props;
  return (
    <OnPage offset={offset} rows={table.rows.length} onFirst={() => onChange({ offset: undefined })}>
      <DataTable
        {...table}
        sorting={{ by: sort, descending: direction === "desc" }}
        onSort={({ by, descending }) =>
          onChange({ sort: by as Sort, direction: descending === (named === "desc") ? named : undefined })
        }
        choosesColumns
      />
      <Paging
        total={total}
        offset={offset}
        limit={limit}
        onPage={(next) => onChange({ offset: next || undefined })}
      />
    </OnPage>
  );
}
