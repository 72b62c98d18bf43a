// What this folder answers to the life cycle of an agreement, by guard name.
import { sql } from "kysely";
import { dbOf, type Guard, messageReference, onlyRow } from "../kernel/index.ts";

/** A committee has met that concerns the agreement, or one above it; one that is only convened has not. */
const committeesInstalled: Guard = async (ctx, agreementId) => {
  const { agreement, installed } = await onlyRow(
    dbOf(ctx),
    sql<{ agreement: string; installed: boolean }>`
      select a.reference as agreement, exists (
        select from event_agreements link join events e on e.id = link.event_id
        where link.agreement_id = any(agreement_path(a.id)) and e.kind = 'committee'
          and not exists (select from committee_meetings m
                          where m.event_id = e.id and m.state in ('convened', 'cancelled'))) as installed
      from agreements a where a.id = ${agreementId}`,
  );
  return installed ? [] : [messageReference("meetings", "guard.committees_installed", { agreement })];
};

export const guards: Readonly<Record<string, Guard>> = { committees_installed: committeesInstalled };
