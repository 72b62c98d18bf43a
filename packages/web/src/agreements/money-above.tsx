import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import { type Agreement, agreementMoney, type When } from "../api/read.ts";
import { Name, useMoney } from "../language/figures.tsx";

/** Money that stands at the level above, for several agreements together: told here, never copied down. */
export function MoneyAbove({ agreement, when }: { agreement: Agreement; when: When }) {
  const parent = agreement.above.at(-1)?.reference;
  const { data } = useQuery({ ...agreementMoney(parent ?? "", when), enabled: parent !== undefined });
  const intl = useIntl();
  const money = useMoney();
  const nameOf = useOrganisationName(agreement.space);
  const amounts = (data?.money ?? []).flatMap(({ contributions, currency }) =>
    contributions.flatMap(({ role, promised, contributor, qualifier }) => {
      if (promised === null || role === "line") return [];
      const amount = money(promised, currency);
      const estimate =
        qualifier === "exact" ? "" : ` (${intl.formatMessage({ id: `figure.qualifier.${qualifier}` })})`;
      if (role === "total") return [intl.formatMessage({ id: "money.aboveTotal" }, { amount })];
      const who = contributor ? nameOf(contributor) : intl.formatMessage({ id: "money.payerUnknown" });
      return [intl.formatMessage({ id: "money.aboveShare" }, { who, amount }) + estimate];
    }),
  );
  if (parent === undefined || amounts.length === 0) return null;
  const reference = (
    <Link to="/agreements/$reference" params={{ reference: parent }}>
      <Name>{parent}</Name>
    </Link>
  );
  return (
    <p className="small muted">
      <FormattedMessage
        id="money.above"
        values={{ reference, amounts: <Name>{amounts.join(" · ")}</Name> }}
      />
    </p>
  );
}
