// Agreements by stage: each card says what is next, by whom and when; moving a card is an act of the life cycle.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { ListFilters } from "../agreements/list-filters.tsx";
import { OpenAgreementLink } from "../agreements/open-agreement-link.tsx";
import { agreementBoard } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import type { BoardSearch } from "./address.ts";
import { BoardColumns } from "./board-columns.tsx";
import { BoardTable } from "./board-table.tsx";
import { ViewSwitch } from "./view-switch.tsx";
import "./board.css";

/** As many as the API gives in one answer for a column. */
const everyCard = 500;

export function BoardPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/agreements/board" });
  const navigate = useNavigate({ from: "/agreements/board" });
  const { text, kind, region, as: shownAs, all } = search;
  const space: Space = search.space ?? "real";
  const { data, error, refetch } = useQuery(
    agreementBoard({ space, text, kind, region, limit: all ? everyCard : undefined }),
  );
  const change = (part: Partial<BoardSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const name = intl.formatMessage({ id: "board.title" });
  const total = data?.reduce((sum, column) => sum + column.total, 0);
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="board.lead" />}>
      <div className="list-head">
        <ViewSwitch shown={shownAs === "table" ? "table" : "board"} search={search} />
        <OpenAgreementLink />
      </div>
      <ListFilters search={search} onChange={change} withoutState />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {total === 0 && (
        <div className="table-empty">
          <FormattedMessage id={text || kind || region ? "list.emptyFiltered" : "list.empty"} />
        </div>
      )}
      {data && total !== 0 && shownAs === "table" && <BoardTable columns={data} space={space} />}
      {data && total !== 0 && shownAs !== "table" && (
        <BoardColumns columns={data} space={space} onAll={() => change({ all: true })} />
      )}
    </Page>
  );
}
