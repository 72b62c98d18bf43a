// In the header: who I am, and the way out; in the demo, the way to another role.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Me, me, signOut } from "../api/account.ts";
import "./account.css";

export function Who() {
  const { data } = useQuery(me());
  // its place is kept: a name that came later would push the search aside
  if (data === undefined) return <span className="who" />;
  if (data.kind === "visitor" || data.kind === "link") return null;
  return <Known who={data} />;
}

function Known({ who }: { who: Me }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const client = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async ({ next }) => {
      if (next !== null) return location.assign(next);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "words" && queryKey[0] !== "me" });
      await client.refetchQueries(me());
      await navigate({ to: "/sign-in" });
    },
  });
  const roles = who.roles.map(({ role }) => intl.formatMessage({ id: `core.kernel.role.${role}` }));
  return (
    <details className="who">
      <summary>
        <span className="who-name">
          <bdi>{who.kind === "operator" ? intl.formatMessage({ id: "account.operator" }) : who.name}</bdi>
        </span>
      </summary>
      <div className="who-menu">
        {who.kind === "operator" ? (
          <p className="small muted">
            <FormattedMessage id="account.operatorWhy" />
          </p>
        ) : (
          <p className="small muted">{roles.join(" · ")}</p>
        )}
        {who.ways.demo && (
          <Link to="/sign-in">
            <FormattedMessage id="account.otherRole" />
          </Link>
        )}
        {who.kind === "user" && (
          <Link to="/account">
            <FormattedMessage id="account.mine" />
          </Link>
        )}
        {who.kind === "user" && (
          <button type="button" className="button" onClick={() => leaving.mutate()}>
            <FormattedMessage id="account.signOut" />
          </button>
        )}
      </div>
    </details>
  );
}
