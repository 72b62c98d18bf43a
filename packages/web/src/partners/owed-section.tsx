import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { ClientFile } from "../api/partners.ts";
import { agreementLines } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useStandingColumns } from "../standings/standing-columns.tsx";
import { DataTable } from "../table/data-table.tsx";

interface OwedSectionProps {
  readonly owed: ClientFile["owes"];
  readonly space: Space;
  readonly side: "owes" | "owedToIt";
}

/** Commitments with their promise bars, the same as on the agreement's page; each figure opens. */
export function OwedSection({ owed, space, side }: OwedSectionProps) {
  const intl = useIntl();
  const columns = useStandingColumns(space);
  const wanted = new Set(owed.map(({ commitment }) => commitment));
  const agreements = [...new Set(owed.map(({ agreement }) => agreement))];
  const { data, error, refetch } = useQuery(agreementLines(agreements));
  const title = intl.formatMessage({ id: `partners.${side}` });
  const rows = (data ?? [])
    .flatMap(({ commitments }) => commitments)
    .filter(({ commitment }) => commitment !== null && wanted.has(commitment));
  const isRead = data !== undefined || agreements.length === 0;
  return (
    <Section title={title}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!isRead && !error && <Waiting lines={4} />}
      {isRead && (
        <DataTable
          name="owed"
          caption={title}
          columns={columns}
          rows={rows}
          keyOf={(row) => row.nodeId}
          whenEmpty={<FormattedMessage id={`partners.${side}.none`} />}
        />
      )}
    </Section>
  );
}
