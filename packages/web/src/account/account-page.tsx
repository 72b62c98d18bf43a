// One's own account: password, application of codes, sessions.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { account, may, me } from "../api/account.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { CalendarAddresses } from "./calendar-addresses.tsx";
import { OwnPassword } from "./own-password.tsx";
import { OwnReminders } from "./own-reminders.tsx";
import { OwnRoles } from "./own-roles.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";
import "./account.css";

export function AccountPage() {
  const intl = useIntl();
  const who = useQuery(me());
  const isUser = who.data?.kind === "user";
  const { data, error, refetch } = useQuery({ ...account(), enabled: isUser });
  const name = intl.formatMessage({ id: "account.mine" });
  return (
    <Page title={name} name={name} lead={data && <bdi>{`${data.name} · ${data.mail}`}</bdi>}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {who.data && !isUser && (
        <p>
          <FormattedMessage id="account.noAccount" />
        </p>
      )}
      {isUser && !data && !error && <Waiting />}
      {data && who.data && (
        <div className="account-parts">
          <OwnRoles who={who.data} />
          {data.hasPassword && <OwnPassword mail={data.mail} />}
          {data.hasPassword && <SecondFactor account={data} />}
          <OwnReminders />
          <CalendarAddresses canMake={may(who.data, "meetings.read")} />
          <Sessions />
        </div>
      )}
    </Page>
  );
}
