import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Thing, useRightsAt } from "../api/rights.ts";

interface CiteDetailsProps {
  /** What the words are quoted for, and what that needs beside the right to quote. */
  readonly of: Thing;
  readonly right: string;
  readonly children: ReactNode;
}

/** «Quote a passage», closed at first, for who may. */
export function CiteDetails({ of, right, children }: CiteDetailsProps) {
  const { data: who } = useQuery(me());
  const rights = useRightsAt(of);
  if (!rights.may(right) || !may(who, "sources.record")) return null;
  return (
    <details className="add-part not-printed">
      <summary>
        <FormattedMessage id="words.cite" />
      </summary>
      {children}
    </details>
  );
}
