import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { Agreement, StandingRow } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { Name } from "../language/figures.tsx";

interface PromiseLinksProps {
  readonly agreement: Agreement;
  readonly rows: readonly StandingRow[];
}

/** The way to write a promise and to change one, for who may. */
export function PromiseLinks({ agreement: { reference }, rows }: PromiseLinksProps) {
  const { may } = useRightsAt({ agreement: reference });
  if (!may("commitments.draft") && !may("commitments.sign")) return null;
  const own = rows.flatMap(({ commitment }) => commitment ?? []);
  return (
    <p className="button-row not-printed">
      {may("commitments.draft") && (
        <Link to="/agreements/$reference/commitments/new" params={{ reference }} className="button">
          <FormattedMessage id="commitmentForm.new" />
        </Link>
      )}
      {own.map((commitment) => (
        <Link
          key={commitment}
          to="/agreements/$reference/commitments/$number"
          params={{ reference, number: commitment.split("/")[1] ?? "" }}
        >
          <FormattedMessage id="commitmentForm.editOf" values={{ reference: <Name>{commitment}</Name> }} />
        </Link>
      ))}
    </p>
  );
}
