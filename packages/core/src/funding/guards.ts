// What this folder answers to the life cycle of an agreement, by guard name.
import { sql } from "kysely";
import { dbOf, type Guard, messageReference, rows } from "../kernel/index.ts";
import { written } from "./model.ts";

/** The contributions of the agreement of which more was paid than justified. */
const settlementDone: Guard = async (ctx, agreementId) => {
  const open = await rows(
    dbOf(ctx),
    sql<{ contribution: string; currency: string; paid: string; justified: string }>`
      select g.reference || '/M' || c.number as contribution, c.currency,
             coalesce(sum(m.amount_minor) filter (where m.kind = 'paid'), 0)::text as paid,
             coalesce(sum(m.amount_minor) filter (where m.kind = 'justified'), 0)::text as justified
      from contributions c
      join agreements g on g.id = c.agreement_id
      join contribution_movements m on m.contribution_id = c.id
      where c.agreement_id = ${agreementId}
        and not exists (select from movement_withdrawals w where w.movement_id = m.id)
      group by g.reference, c.number, c.currency
      having coalesce(sum(m.amount_minor) filter (where m.kind = 'paid'), 0)
           > coalesce(sum(m.amount_minor) filter (where m.kind = 'justified'), 0)
      order by c.number`,
  );
  return open.map(({ contribution, currency, paid, justified }) =>
    messageReference("funding", "guard.settlement_done", {
      ...{ contribution, currency },
      paid: written(BigInt(paid), currency),
      justified: written(BigInt(justified), currency),
    }),
  );
};

export const guards: Readonly<Record<string, Guard>> = { settlement_done: settlementDone };
