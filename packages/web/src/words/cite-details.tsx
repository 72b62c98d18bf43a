import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";

interface CiteDetailsProps {
  /** What quoting needs beside the right to quote. */
  readonly right: string;
  readonly children: ReactNode;
}

/** «Quote a passage», closed at first, for who may. */
export function CiteDetails({ right, children }: CiteDetailsProps) {
  const { data: who } = useQuery(me());
  if (!may(who, right) || !may(who, "sources.record")) return null;
  return (
    <details className="add-part not-printed">
      <summary>
        <FormattedMessage id="words.cite" />
      </summary>
      {children}
    </details>
  );
}
