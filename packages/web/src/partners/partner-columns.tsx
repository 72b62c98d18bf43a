import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import type { Partner } from "../api/partners.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { Count, Name } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";
import { useKindWords, useOwnName, Verification } from "./partner-words.tsx";

export function usePartnerColumns(space: Space): Column<Partner>[] {
  const intl = useIntl();
  const kindWords = useKindWords();
  const ownName = useOwnName();
  const words = useVocabulary(space);
  const label = (key: string) => intl.formatMessage({ id: `partners.column.${key}` });
  const place = ({ territoryId }: Partner) => (territoryId ? words.placeById(territoryId) : null);
  const count = (id: "agreements" | "inForce" | "owes", sortsAs?: string): Column<Partner> => ({
    ...{ id, label: label(id), isNumber: true, ...(sortsAs && { sortsAs }) },
    cell: (one) => <Count value={one[id]} />,
    value: (one) => one[id],
  });
  return [
    {
      ...{ id: "name", label: label("name"), isName: true, sortsAs: "name" },
      cell: (one) => (
        <span className="list-title">
          <Link to="/partners/$reference" params={{ reference: one.reference }}>
            <Name>{ownName(one)}</Name>
          </Link>
          <span className="small muted">
            <Name>{one.reference}</Name>
          </span>
        </span>
      ),
      values: [
        { label: label("name"), of: ownName },
        { label: label("reference"), of: ({ reference }) => reference },
      ],
    },
    {
      ...{ id: "kind", label: label("kind"), sortsAs: "kind" },
      cell: ({ kind }) => kindWords(kind),
      value: ({ kind }) => kindWords(kind),
    },
    { id: "place", label: label("place"), cell: (one) => <Name>{place(one)}</Name>, value: place },
    {
      ...{ id: "verification", label: label("verification") },
      cell: ({ verification }) => <Verification state={verification} />,
      values: [
        {
          label: label("verification"),
          of: ({ verification }) => intl.formatMessage({ id: `partners.verification.${verification}` }),
        },
        { label: label("verifiedUntil"), of: ({ verifiedUntil }) => verifiedUntil },
      ],
    },
    count("agreements", "agreements"),
    count("inForce"),
    count("owes", "owes"),
  ];
}
