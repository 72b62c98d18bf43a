// What this folder answers to the life cycle of an agreement, by guard name.
import { sql } from "kysely";
import { dbOf, type Guard, rows } from "../kernel/index.ts";

/** The commitments of the agreement whose indicator is missing or still undefined, as «REF/n: indicator». */
const figuresHaveIndicator: Guard = async (ctx, agreementId) => {
  const found = await rows(
    dbOf(ctx),
    sql<{ missing: string }>`
      select g.reference || '/' || c.number || ': ' || coalesce(c.indicator, c.wording) as missing
      from commitments c
      join agreements g on g.id = c.agreement_id
      left join indicator_versions v on v.indicator = c.indicator and v.version = c.indicator_version
      where c.agreement_id = ${agreementId} and c.state <> 'withdrawn' and v.state is distinct from 'defined'
      order by c.number`,
  );
  return found.map((row) => row.missing);
};

export const guards: Readonly<Record<string, Guard>> = { figures_have_indicator: figuresHaveIndicator };
