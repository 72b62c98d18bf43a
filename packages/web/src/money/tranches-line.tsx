import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import { tranchesOf } from "../api/tranches.ts";
import { Name } from "../language/figures.tsx";

/** On the agreement's page: which contributions are split, how far they are called, and the way to each. */
export function TranchesLine({ agreement }: { agreement: string }) {
  const reads = may(useQuery(me()).data, "tranches.read");
  const { data } = useQuery({ ...tranchesOf(agreement), enabled: reads });
  if (!data || data.contributions.length === 0) return null;
  return (
    <ul className="control-sums small">
      {data.contributions.map(({ contribution, tranches }) => {
        const kept = tranches.filter(({ state }) => state !== "dropped");
        const late = kept.filter(({ isLate }) => isLate).length;
        const values = {
          count: kept.length,
          called: kept.filter(({ state }) => state === "called").length,
          late,
        };
        return (
          <li key={contribution}>
            <Link
              to="/agreements/$reference/money/$number"
              params={{ reference: agreement, number: contribution.split("/")[1] ?? "" }}
              hash="tranches"
            >
              <Name>{contribution}</Name>
            </Link>{" "}
            <span className={late > 0 ? "attention" : undefined}>
              <FormattedMessage id="tranche.inAgreement" values={values} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
