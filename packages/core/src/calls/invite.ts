// Invites an organisation without an account to answer an open call: a one-time link by mail, or to hand over.
import { sql } from "kysely";
import { z } from "zod";
import { makeAccessLink } from "../identity/index.ts";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  objectScope,
  onlyRow,
  plainDate,
} from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { requireTaken } from "./apply.ts";
import { callErrors } from "./errors.ts";
import { callKey } from "./model.ts";
import { applicationBy, type CallRow, callOf, invitationOf } from "./store.ts";

/** So long after the last day the link still shows what was given in, and the answer. */
const daysAfterClosing = 120;

const language = z.enum(["fr", "ar", "en"]);

/** @throws `calls.not_taking`, `calls.closed_on`, `calls.not_yours` when it came on paper, `calls.no_mail` */
export const inviteApplicant = defineAct({
  name: "calls.invite",
  permission: "calls.prepare",
  scope: "object",
  input: z.object({
    call: callKey,
    organisation: organisationKey,
    language: language.default("fr"),
    /** False: the link is handed over in another way (`calls.make_link`). */
    send: z.boolean().default(true),
  }),
  output: z.object({ invitation: z.uuid() }),
  async run(ctx, { call: key, organisation: wanted, language, send }) {
    const call = await callOf(ctx.tx, key);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const organisation = await organisationInSpace(ctx.tx, call.space, wanted);
    requireInviting(ctx, call);
    const paper = await applicationBy(ctx.tx, call.id, organisation.id);
    if (paper?.received_on) throw callErrors.not_yours();
    const focalPoint = send ? await focalPointOf(ctx, organisation.id) : null;
    if (send && focalPoint === null) throw callErrors.no_mail({ organisation: organisation.name });
    const { id } = await onlyRow(
      ctx.tx,
      sql<{ id: string }>`
        insert into call_invitations (id, space, call_id, organisation_id, focal_point_id, language, invited_by_label,
                                      invited_at)
        values (${ctx.ids.next()}, ${call.space}, ${call.id}, ${organisation.id}, ${focalPoint}, ${language},
                ${ctx.actor.label}, ${ctx.clock.now()})
        on conflict (call_id, organisation_id) do update set focal_point_id = excluded.focal_point_id,
          language = excluded.language, invited_by_label = excluded.invited_by_label, invited_at = excluded.invited_at
        returning id`,
    );
    await ctx.journal({
      object: { kind: "call", id: call.id },
      after: { invited: organisation.reference, language, sent: send },
    });
    if (send) await ctx.emit({ type: "calls.invited", objectId: id });
    return { invitation: id };
  },
});

/** Until the last day; before the first one too, so that the link is in hand when it comes. */
function requireInviting(ctx: ActContext, call: CallRow): void {
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  requireTaken(call, call.state === "open" && today < call.opens_on ? call.opens_on : today);
}

async function focalPointOf({ tx }: ActContext, organisation: string): Promise<string | null> {
  const found = await firstRow(
    tx,
    sql<{ id: string }>`
      select id from focal_points where organisation_id = ${organisation} and active and mail is not null
      order by function limit 1`,
  );
  return found?.id ?? null;
}

/** The link of an invitation, made when its mail is sent or to be handed over; an earlier one is over. */
export const makeInvitationLink = defineAct({
  name: "calls.make_link",
  permission: "calls.prepare",
  scope: "object",
  input: z.object({ invitation: z.uuid() }),
  output: z.object({
    ...{ token: z.string(), mail: z.string().nullable(), language },
    ...{ call: z.string(), title: z.string(), titleAr: z.string().nullable() },
    ...{ organisation: z.string(), invitedBy: z.string(), closesOn: plainDate },
  }),
  async run(ctx, { invitation: id }) {
    const invitation = await invitationOf(ctx.tx, id);
    const call = await callOf(ctx.tx, invitation.call_id);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    requireInviting(ctx, call);
    const days = (Date.parse(call.closes_on) - ctx.clock.now().getTime()) / 86_400_000 + daysAfterClosing;
    const { organisation, mail, language, invited_by_label: invitedBy } = invitation;
    const { id: link, token } = await makeAccessLink(ctx, {
      ...{ objectKind: "call_invitation", objectId: id, organisation: invitation.organisation_id, days },
      label: `${invitation.addressee ?? "-"} (${organisation})`,
    });
    await ctx.journal({ object: { kind: "access_link", id: link }, after: { invitation: id } });
    const { reference, title, title_ar: titleAr, closes_on: closesOn } = call;
    return { token, mail, language, call: reference, title, titleAr, organisation, invitedBy, closesOn };
  },
});
