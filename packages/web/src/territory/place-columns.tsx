import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { PlaceBelow } from "../api/territory.ts";
import { Name, useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import type { Column } from "../table/data-table.tsx";
import { usePlaceKind } from "./place-kind.ts";

/** The name in the reader's language, then those in the other scripts where the register has them. */
export function usePlaceColumns(rows: readonly PlaceBelow[]): Column<PlaceBelow>[] {
  const locale = useLocale();
  const { french, arabic, tifinagh } = useScriptColumns();
  const intl = useIntl();
  const label = useLabel();
  const kind = usePlaceKind();
  const column = (id: string) => intl.formatMessage({ id: `territory.column.${id}` });
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
      cell: (one) => <code>{one.code}</code>,
    },
    { id: "kind", label: column("kind"), value: kind, cell: kind },
    locale === "ar" ? french : arabic,
    ...(rows.some(({ name }) => name.zgh !== null) ? [tifinagh] : []),
    {
      id: "children",
      label: column("children"),
      isNumber: true,
      value: (one) => one.children,
      cell: (one) => (one.kind === "commune" ? null : intl.formatNumber(one.children)),
    },
  ];
}

function useScriptColumns() {
  const intl = useIntl();
  const column = (id: string) => intl.formatMessage({ id: `territory.column.${id}` });
  const french: Column<PlaceBelow> = {
    ...{ id: "fr", label: column("fr"), value: (one) => one.name.fr },
    cell: (one) => <Name lang="fr">{one.name.fr}</Name>,
  };
  const tifinagh: Column<PlaceBelow> = {
    ...{ id: "zgh", label: column("zgh"), value: (one) => one.name.zgh },
    cell: (one) => one.name.zgh && <Name lang="zgh">{one.name.zgh}</Name>,
  };
  const review = ({ arReviewed }: PlaceBelow) =>
    intl.formatMessage({ id: arReviewed ? "territory.reviewed" : "territory.unreviewed" });
  const arabic: Column<PlaceBelow> = {
    ...{ id: "ar", label: column("ar") },
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
  };
  return { french, arabic, tifinagh };
}
