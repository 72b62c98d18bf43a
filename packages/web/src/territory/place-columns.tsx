import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { PlaceBelow } from "../api/territory.ts";
import { Name, useLabel } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";
import { usePlaceKind } from "./place-kind.ts";

export function usePlaceColumns(): Column<PlaceBelow>[] {
  const intl = useIntl();
  const label = useLabel();
  const kind = usePlaceKind();
  const column = (id: string) => intl.formatMessage({ id: `territory.column.${id}` });
  const review = (one: PlaceBelow) =>
    intl.formatMessage({ id: one.arReviewed ? "territory.reviewed" : "territory.unreviewed" });
  return [
    {
      id: "name",
      label: column("name"),
      isName: true,
      value: (one) => label(one.name),
      cell: (one) => (
        <Link to="/territories" search={(before) => ({ ...before, under: one.code })}>
          <Name>{label(one.name)}</Name>
        </Link>
      ),
    },
    {
      id: "code",
      label: column("code"),
      value: (one) => one.code,
      cell: (one) => <code dir="ltr">{one.code}</code>,
    },
    { id: "kind", label: column("kind"), value: kind, cell: kind },
    {
      id: "ar",
      label: column("ar"),
      values: [
        { label: column("ar"), of: (one) => one.name.ar },
        { label: column("arReviewed"), of: review },
      ],
      cell: (one) => (
        <>
          <Name lang="ar">{one.name.ar}</Name>
          {!one.arReviewed && (
            <span className="small muted block">
              <FormattedMessage id="territory.unreviewed" />
            </span>
          )}
        </>
      ),
    },
    {
      id: "zgh",
      label: column("zgh"),
      value: (one) => one.name.zgh,
      cell: (one) => one.name.zgh && <Name lang="zgh">{one.name.zgh}</Name>,
    },
    {
      id: "children",
      label: column("children"),
      isNumber: true,
      value: (one) => one.children,
      cell: (one) => (one.kind === "commune" ? null : intl.formatNumber(one.children)),
    },
  ];
}
