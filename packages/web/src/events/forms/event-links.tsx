import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { may, me } from "../../api/account.ts";
import { useRightsAt } from "../../api/rights.ts";

/** The way to a new event, for who may record one. */
export function HoldEventLink() {
  const { data: who } = useQuery(me());
  if (!may(who, "meetings.edit")) return null;
  return (
    <p className="not-printed">
      <Link to="/events/new" className="button">
        <FormattedMessage id="eventForm.new" />
      </Link>
    </p>
  );
}

/** The way to complete an event, for who may. */
export function EditEventLink({ reference }: { reference: string }) {
  const { may: mayHere } = useRightsAt({ event: reference });
  if (!mayHere("meetings.edit")) return null;
  return (
    <Link to="/events/$reference/edit" params={{ reference }} className="button not-printed">
      <FormattedMessage id="eventForm.complete" />
    </Link>
  );
}
