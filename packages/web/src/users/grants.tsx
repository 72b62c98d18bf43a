import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { HeldGrant } from "../api/account.ts";
import { Day } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

interface GrantsProps {
  readonly grants: readonly HeldGrant[];
  readonly onRevoke?: ((grant: string) => void) | undefined;
}

/** Roles that are held: where, and until when. */
export function Grants({ grants, onRevoke }: GrantsProps) {
  if (grants.length === 0)
    return (
      <p className="small attention">
        <FormattedMessage id="users.noRoles" />
      </p>
    );
  return (
    <ul className="grants">
      {grants.map((grant) => (
        <li key={grant.id}>
          <FormattedMessage id={`core.kernel.role.${grant.role}`} />
          <span className="muted">
            {" · "}
            <Where grant={grant} />
            {grant.until !== null && (
              <>
                {" · "}
                <FormattedMessage id="users.until" values={{ day: <Day value={grant.until} /> }} />
              </>
            )}
          </span>
          {onRevoke && (
            <button type="button" className="plain-button" onClick={() => onRevoke(grant.id)}>
              <FormattedMessage id="users.revoke" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Where({ grant: { organisation, territory, agreement } }: { grant: HeldGrant }) {
  const isArabic = useLocale() === "ar";
  const places = [organisation, territory]
    .filter((place) => place !== null)
    .map(({ name, nameAr }) => (isArabic && nameAr) || name);
  if (places.length === 0 && agreement === null) return <FormattedMessage id="account.everywhere" />;
  return (
    <>
      <bdi>{places.join(" · ")}</bdi>
      {agreement !== null && (
        <Link to="/agreements/$reference" params={{ reference: agreement }}>
          <FormattedMessage id="users.oneAgreement" />
        </Link>
      )}
    </>
  );
}
