import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import type { Money } from "../api/read.ts";
import { Name } from "../language/figures.tsx";

/** The way to write down money, and to amend what is signed of it, for who may. */
export function MoneyLinks({ reference, money }: { reference: string; money: readonly Money[] }) {
  const { data: who } = useQuery(me());
  if (!may(who, "funding.edit")) return null;
  const signed = money
    .flatMap(({ contributions }) => contributions)
    .filter(({ basis }) => basis === "signed");
  return (
    <p className="button-row not-printed">
      <Link to="/agreements/$reference/money/new" params={{ reference }} className="button">
        <FormattedMessage id="moneyForm.new" />
      </Link>
      {signed.map((one) => (
        <Link
          key={one.id}
          to="/agreements/$reference/money/$number/amend"
          params={{ reference, number: one.reference.split("/")[1] ?? "" }}
        >
          <FormattedMessage id="moneyForm.amendOf" values={{ reference: <Name>{one.reference}</Name> }} />
        </Link>
      ))}
    </p>
  );
}
