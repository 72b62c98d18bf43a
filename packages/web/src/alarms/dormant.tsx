// Dormant: in force, and for twelve months no report, no declaration, no result. The state follows from that rule alone.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import { alarms } from "../api/alarms.ts";
import type { Agreement } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { Day } from "../language/figures.tsx";

/** On the page of an agreement: since when it sleeps. */
export function DormantSince({ agreement: { reference, space, state } }: { agreement: Agreement }) {
  const { data: who } = useQuery(me());
  const { data } = useQuery({
    ...alarms({ space, agreement: reference, kind: "dormant" }),
    enabled: state === "in_force" && may(who, "alarms.read"),
    placeholderData: undefined,
  });
  const since = data?.alarms[0]?.dueOn;
  if (!since || state !== "in_force") return null;
  return (
    <p className="attention">
      <FormattedMessage id="alarms.dormantSince" values={{ day: <Day value={since} /> }} />
    </p>
  );
}

/** The references of those that sleep, for the mark in a list. */
export function useDormant(space: Space): ReadonlySet<string> {
  const { data: who } = useQuery(me());
  const { data } = useQuery({
    ...alarms({ space, kind: "dormant", limit: 200 }),
    enabled: may(who, "alarms.read"),
    placeholderData: undefined,
  });
  return useMemo(() => new Set(data?.alarms.map(({ agreement }) => agreement)), [data]);
}
