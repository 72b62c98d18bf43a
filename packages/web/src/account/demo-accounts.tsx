// The role chooser: it says that this is the demo, and what a choice does.
import { useMutation, useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { chooseDemoAccount, demoAccounts, type Me } from "../api/account.ts";
import { Refusal } from "../form/fields.tsx";
import { Name, useLabel } from "../language/figures.tsx";
import { useGoIn } from "./use-go-in.ts";

/** The invented persons hold their roles in the fictional region: elsewhere nothing waits for them. */
const where = "/agreements?space=simulated";

export function DemoAccounts({ who }: { who: Me }) {
  const intl = useIntl();
  const label = useLabel();
  const goIn = useGoIn();
  const { data } = useQuery(demoAccounts());
  const choosing = useMutation({ mutationFn: chooseDemoAccount, onSuccess: () => goIn(where) });
  return (
    <section className="demo-roles">
      <h2>
        <FormattedMessage id="account.demo" />
      </h2>
      <p>
        <FormattedMessage id="account.demoWhy" />
      </p>
      <Refusal error={choosing.error} />
      <ul className="role-list">
        {who.kind === "operator" && (
          <li>
            <button type="button" className="role" onClick={() => void goIn()}>
              <strong>
                <FormattedMessage id="account.everything" />
              </strong>
              <span className="small muted">
                <FormattedMessage id="account.everythingWhy" />
              </span>
            </button>
          </li>
        )}
        {data?.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="role"
              disabled={choosing.isPending}
              onClick={() => choosing.mutate(one.id)}
            >
              <strong>
                {one.roles.map((role) => intl.formatMessage({ id: `core.kernel.role.${role}` })).join(", ")}
              </strong>
              <span className="small muted">
                <Name>{one.where ? label(one.where) : intl.formatMessage({ id: "account.everywhere" })}</Name>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
