// Who was invited to answer a call and what came of it; and for whoever came by a link, to what she is invited.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, objectScope, onlyRow, rows, space } from "../kernel/index.ts";
import { type NamedParty, namedParty, namedPartyOfO } from "../organisations/index.ts";
import { callErrors } from "./errors.ts";
import { applicationState, callKey } from "./model.ts";
import { callOf } from "./store.ts";
import { ownInvitation } from "./whose.ts";

const invitation = z.object({
  id: z.uuid(),
  organisation: namedParty,
  invitedBy: z.string(),
  invitedAt: z.date(),
  /** False: the link was handed over. */
  byMail: z.boolean(),
  /** Null: nothing was begun. */
  application: applicationState.nullable(),
});

export const listInvitations = defineQuery({
  name: "calls.invitations",
  permission: "calls.read",
  scope: "object",
  input: z.object({ call: callKey }),
  output: z.object({ invitations: z.array(invitation) }),
  async run(ctx, { call: key }) {
    const call = await callOf(ctx.tx, key);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const invitations = await rows(
      ctx.tx,
      sql<z.output<typeof invitation>>`
        select i.id, ${namedPartyOfO} as organisation,
               i.invited_by_label as "invitedBy", i.invited_at as "invitedAt",
               i.focal_point_id is not null as "byMail", p.state as application
        from call_invitations i join organisations o on o.id = i.organisation_id
        left join call_applications p on p.call_id = i.call_id and p.organisation_id = i.organisation_id
        where i.call_id = ${call.id} order by o.name, o.reference`,
    );
    return { invitations };
  },
});

/** @throws `calls.not_invited` for whoever did not come by such a link */
export const readOwnInvitation = defineQuery({
  name: "calls.own_invitation",
  permission: "calls.apply",
  scope: "somewhere",
  input: z.object({}),
  output: z.object({ space, call: z.string(), organisation: namedParty }),
  async run(ctx) {
    const own = await ownInvitation(ctx);
    if (own === undefined) throw callErrors.not_invited();
    const { space, reference: call } = await callOf(ctx.tx, own.call_id);
    const { organisation } = await onlyRow(
      ctx.tx,
      sql<{ organisation: NamedParty }>`
        select ${namedPartyOfO} as organisation from organisations o where o.id = ${own.organisation_id}`,
    );
    return { space, call, organisation };
  },
});
