import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { may, me } from "../../api/account.ts";
import type { Event } from "../../api/read.ts";
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

/** The ways on from an event, for who may: to complete it, and to the lead that a visit or a need opens. */
export function EventLinks({ event: { reference, space } }: { event: Pick<Event, "reference" | "space"> }) {
  const { data: who } = useQuery(me());
  const { may: mayHere } = useRightsAt({ event: reference });
  if (!mayHere("meetings.edit")) return null;
  const inSpace = space === "simulated" ? { space } : {};
  return (
    <>
      <Link to="/events/$reference/edit" params={{ reference }} className="button not-printed">
        <FormattedMessage id="eventForm.complete" />
      </Link>
      {may(who, "agreements.open") && (
        <Link
          to="/agreements/new"
          search={(before) => ({ ...(before.lang && { lang: before.lang }), ...inSpace, event: reference })}
          className="button not-printed"
        >
          <FormattedMessage id="events.openLead" />
        </Link>
      )}
    </>
  );
}
