// GET /organisations/:organisation/focal-points: who answers for a partner. The mail is a person's: a right of its own.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, rows } from "../kernel/index.ts";
import { organisationKey } from "./model.ts";
import { organisationOf, organisationScope } from "./store.ts";

const focalPoint = z.object({
  id: z.uuid(),
  function: z.string(),
  mail: z.string().nullable(),
  active: z.boolean(),
});

export const listFocalPoints = defineQuery({
  name: "organisations.focal_points",
  permission: "contacts.read",
  input: z.object({ organisation: organisationKey }),
  output: z.array(focalPoint),
  scope: "object",
  async run(ctx, input) {
    const organisation = await organisationOf(ctx.tx, input.organisation);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    return rows(
      ctx.tx,
      sql<z.infer<typeof focalPoint>>`
        select id, function, mail, active from focal_points
        where organisation_id = ${organisation.id}
        order by active desc, function`,
    );
  },
});
