import { FormattedMessage, useIntl } from "react-intl";

interface PagingProps {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly onPage: (offset: number) => void;
}

/** How many rows there are, which of them are shown, and the way to the others. */
export function Paging({ total, offset, limit, onPage }: PagingProps) {
  const intl = useIntl();
  const last = Math.min(total, offset + limit);
  return (
    <nav className="paging" aria-label={intl.formatMessage({ id: "table.pages" })}>
      <span>
        <FormattedMessage id="table.shown" values={{ first: Math.min(total, offset + 1), last, total }} />
      </span>
      {total > limit && (
        <span className="paging-buttons not-printed">
          <button
            type="button"
            className="button"
            disabled={offset === 0}
            onClick={() => onPage(Math.max(0, offset - limit))}
          >
            <FormattedMessage id="table.previous" />
          </button>
          <button
            type="button"
            className="button"
            disabled={last >= total}
            onClick={() => onPage(offset + limit)}
          >
            <FormattedMessage id="table.next" />
          </button>
        </span>
      )}
    </nav>
  );
}
