// What this folder answers to the life cycle of an agreement, by guard name.
import { sql } from "kysely";
import { dbOf, type Guard, messageReference, rows } from "../kernel/index.ts";

/** The commitments of the agreement whose indicator is missing or has no agreed definition. */
const figuresHaveIndicator: Guard = async (ctx, agreementId) => {
  const found = await rows(
    dbOf(ctx),
    sql<{ commitment: string; wording: string }>`
      select g.reference || '/' || c.number as commitment, c.wording
      from commitments c
      join agreements g on g.id = c.agreement_id
      left join indicator_versions v on v.indicator = c.indicator and v.version = c.indicator_version
      where c.agreement_id = ${agreementId} and c.state <> 'withdrawn' and v.state is distinct from 'defined'
      order by c.number`,
  );
  return found.map((row) => messageReference("commitments", "guard.figures_have_indicator", { ...row }));
};

export const guards: Readonly<Record<string, Guard>> = { figures_have_indicator: figuresHaveIndicator };
