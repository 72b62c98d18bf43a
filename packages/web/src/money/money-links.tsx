import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { useRightsAt } from "../api/rights.ts";

/** The way to write down money, for who may and as long as the agreement has not ended; what is done with each contribution begins on its own page. */
export function MoneyLinks({ reference, isOpen }: { reference: string; isOpen: boolean }) {
  const { may } = useRightsAt({ agreement: reference });
  if (!isOpen || !may("funding.edit")) return null;
  return (
    <p className="button-row not-printed">
      <Link to="/agreements/$reference/money/new" params={{ reference }} className="button">
        <FormattedMessage id="moneyForm.new" />
      </Link>
    </p>
  );
}
