import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";

interface OnPageProps {
  readonly offset: number;
  /** How many rows stand on the page. */
  readonly rows: number;
  readonly onFirst: () => void;
  readonly children: ReactNode;
}

/** A page of a list; one beyond the last is not an empty list: it is said, and leads to the first. */
export function OnPage({ offset, rows, onFirst, children }: OnPageProps) {
  if (offset === 0 || rows > 0) return children;
  return (
    <div className="table-empty">
      <p>
        <FormattedMessage id="table.noSuchPage" />
      </p>
      <button type="button" className="button" onClick={onFirst}>
        <FormattedMessage id="table.firstPage" />
      </button>
    </div>
  );
}
