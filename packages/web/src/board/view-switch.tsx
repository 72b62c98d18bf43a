// A list and a board are two views of one question: the filters go with the reader from the one to the other.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { ListSearch } from "../agreements/list-address.ts";
import "./view-switch.css";

interface ViewSwitchProps {
  readonly shown: "list" | "board" | "table";
  readonly search: Pick<ListSearch, "text" | "kind" | "region">;
}

export function ViewSwitch({ shown, search: { text, kind, region } }: ViewSwitchProps) {
  const intl = useIntl();
  const kept = { text, kind, region };
  // The router calls a link current when its whole address is the one shown, filters included.
  const like = (view: ViewSwitchProps["shown"]) => ({
    activeOptions: { exact: true, includeSearch: true },
    "data-shown": view === shown || undefined,
  });
  return (
    <nav className="view-switch not-printed" aria-label={intl.formatMessage({ id: "board.views" })}>
      <Link to="/agreements" search={kept} {...like("list")}>
        <FormattedMessage id="board.list" />
      </Link>
      <Link to="/agreements/board" search={kept} {...like("board")}>
        <FormattedMessage id="board.board" />
      </Link>
      <Link to="/agreements/board" search={{ ...kept, as: "table" }} {...like("table")}>
        <FormattedMessage id="board.table" />
      </Link>
    </nav>
  );
}
