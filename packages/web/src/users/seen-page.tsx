// What an account sees today, why, and what it would see with one role more.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Seen, whatIsSeen } from "../api/access.ts";
import { may, me } from "../api/account.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name } from "../language/figures.tsx";
import { GrantForm } from "./grant-form.tsx";
import { SeenBecause, SeenByArea, SeenCounts, SeenInWords } from "./seen.tsx";
import { UserTabs } from "./user-tabs.tsx";

export function SeenPage() {
  const intl = useIntl();
  const { user } = useParams({ from: "/users/$user" });
  const { grant } = useSearch({ from: "/users/$user" });
  const asked = { user, grants: grant === undefined ? [] : [grant] };
  const { data, error, refetch } = useQuery(whatIsSeen(asked));
  const whose = data?.user?.name ?? "…";
  return (
    <Page
      title={<FormattedMessage id="users.seen.title" values={{ name: <Name>{whose}</Name> }} />}
      name={intl.formatMessage({ id: "users.seen.title" }, { name: whose })}
      lead={<FormattedMessage id="users.seen.lead" />}
    >
      <UserTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && !error && <SeenWhole seen={data} grant={grant} />}
    </Page>
  );
}

function SeenWhole({ seen, grant }: { seen: Seen; grant: string | undefined }) {
  return (
    <>
      {seen.user?.state !== "active" && (
        <p className="attention">
          <FormattedMessage id={`users.seen.state.${seen.user?.state ?? "invited"}`} />
        </p>
      )}
      {grant !== undefined && <Tried name={seen.user?.name ?? ""} />}
      <div className="seen-parts">
        <section className="seen-part">
          <h2>
            <FormattedMessage id="users.seen.inWords" />
          </h2>
          <SeenInWords seen={seen} />
        </section>
        <section className="seen-part">
          <h2>
            <FormattedMessage id="users.seen.howMuch" />
          </h2>
          <SeenCounts counts={seen.counts} />
        </section>
      </div>
      <section className="seen-part">
        <h2>
          <FormattedMessage id="users.seen.because" />
        </h2>
        <SeenBecause seen={seen} />
      </section>
      <section className="seen-part">
        <h2>
          <FormattedMessage id="users.seen.byArea" />
        </h2>
        <SeenByArea seen={seen} />
      </section>
      <TryRole />
    </>
  );
}

/** Nothing is given: the roles shown are those that the account has, and one besides. */
function Tried({ name }: { name: string }) {
  const navigate = useNavigate({ from: "/users/$user" });
  return (
    <div className="button-row seen-tried">
      <p className="attention" role="status">
        <FormattedMessage id="users.seen.tried" values={{ name: <Name>{name}</Name> }} />
      </p>
      <button
        type="button"
        className="button"
        onClick={() => void navigate({ search: ({ grant: _, ...kept }) => kept })}
      >
        <FormattedMessage id="users.seen.asHeld" />
      </button>
    </div>
  );
}

function TryRole() {
  const navigate = useNavigate({ from: "/users/$user" });
  const manages = may(useQuery(me()).data, "access.read");
  if (!manages) return null;
  return (
    <section className="seen-part not-printed">
      <h2>
        <FormattedMessage id="users.seen.try" />
      </h2>
      <GrantForm
        action={<FormattedMessage id="users.seen.tryAction" />}
        isTried
        onSend={async (_, written) => {
          await navigate({ search: (before) => ({ ...before, grant: written }) });
          window.scrollTo({ top: 0 });
        }}
      />
    </section>
  );
}
