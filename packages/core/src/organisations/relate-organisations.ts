// Says how one organisation stands to another: client, supervision, membership, peer, operator. Idempotent.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, rows } from "../kernel/index.ts";
import { organisationErrors } from "./errors.ts";
import { organisationKey, relationKind } from "./model.ts";
import { organisationInSpace, organisationOf, organisationScope } from "./store.ts";

export const relateOrganisations = defineAct({
  name: "organisations.relate",
  permission: "organisations.edit",
  input: z.object({ from: organisationKey, to: organisationKey, kind: relationKind }),
  output: z.object({ fromId: z.uuid(), toId: z.uuid(), added: z.boolean() }),
  scope: "object",
  async run(ctx, given) {
    const from = await organisationOf(ctx.tx, given.from);
    ctx.authorise(await organisationScope(ctx.tx, from));
    const to = await organisationInSpace(ctx.tx, from.space, given.to);
    if (from.id === to.id) throw organisationErrors.relation_to_itself({ organisation: from.reference });
    const written = await rows(
      ctx.tx,
      sql`
        insert into organisation_relations (from_id, to_id, space, kind)
        values (${from.id}, ${to.id}, ${from.space}, ${given.kind})
        on conflict do nothing
        returning from_id`,
    );
    const added = written.length === 1;
    await ctx.journal({
      object: { kind: "organisation", id: from.id },
      after: { ...given, to: to.id, added },
    });
    return { fromId: from.id, toId: to.id, added };
  },
});
