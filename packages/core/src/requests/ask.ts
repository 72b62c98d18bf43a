// Asks a partner for its number of a period: a mail with a one-time link, or a link to hand over (US-19).
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { makeAccessLink } from "../identity/index.ts";
import { dayOf, defineAct, firstRow, plainDate } from "../kernel/index.ts";
import { organisationOf } from "../organisations/index.ts";
import { requestErrors } from "./errors.ts";
import { requestOf } from "./store.ts";

const mostDays = 30;

async function requireParty(db: Parameters<typeof requestOf>[0], agreement: string, organisation: string) {
  const party = await firstRow(
    db,
    sql`select 1 from agreement_parties where agreement_id = ${agreement} and organisation_id = ${organisation}`,
  );
  if (party === undefined) throw requestErrors.not_a_party();
  const owes = await firstRow(
    db,
    sql`select 1 from commitments
        where agreement_id = ${agreement} and owed_by = ${organisation} and state <> 'withdrawn'`,
  );
  if (owes === undefined) throw requestErrors.owes_nothing();
}

interface Addressee {
  readonly id: string | null;
  readonly function: string;
  readonly mail: string | null;
}

/** The active focal point that was named, or the first that has a mail. */
async function addresseeOf(db: Parameters<typeof requestOf>[0], organisation: string, wanted: string | null) {
  const found = await firstRow(
    db,
    sql<Addressee>`
      select id, function, mail from focal_points
      where organisation_id = ${organisation} and active and (${wanted}::uuid is null or id = ${wanted})
      order by mail is null, function limit 1`,
  );
  return found ?? { id: null, function: "", mail: null };
}

/** @throws `requests.not_a_party`, `requests.owes_nothing`, `requests.no_mail`, `requests.period_backwards` */
export const askDeclaration = defineAct({
  name: "requests.ask_declaration",
  permission: "requests.ask",
  scope: "object",
  input: z.object({
    agreement: z.string().min(1).max(40),
    organisation: z.string().min(1).max(40),
    /** Which function at the partner; the first one with a mail without it. */
    focalPoint: z.uuid().nullish(),
    period: z.object({ from: plainDate, to: plainDate }),
    /** How long the link holds. */
    days: z.int().min(1).default(7),
    language: z.enum(["fr", "ar", "en"]).default("fr"),
    /** False: the link is handed over in another way (`make_link`). */
    send: z.boolean().default(true),
  }),
  output: z.object({ request: z.uuid() }),
  async run(ctx, { agreement: key, organisation: party, focalPoint, period, days, language, send }) {
    const agreement = await agreementOf(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    if (period.from > period.to) throw requestErrors.period_backwards({ from: period.from, to: period.to });
    if (days > mostDays) throw requestErrors.days_too_many({ most: mostDays });
    const organisation = await organisationOf(ctx.tx, party);
    await requireParty(ctx.tx, agreement.id, organisation.id);
    const addressee = await addresseeOf(ctx.tx, organisation.id, focalPoint ?? null);
    if (send && addressee.mail === null) throw requestErrors.no_mail({ organisation: organisation.name });
    const at = ctx.clock.now();
    const id = ctx.ids.next();
    const dueOn = dayOf(new Date(at.getTime() + days * 86_400_000), ctx.timeZone);
    await sql`
      insert into declaration_requests (id, space, agreement_id, organisation_id, focal_point_id, addressee, language,
                                        period_from, period_to, due_on, asked_by, asked_by_label, asked_at)
      values (${id}, ${agreement.space}, ${agreement.id}, ${organisation.id}, ${addressee.id},
              ${addressee.function || organisation.name}, ${language}, ${period.from}, ${period.to}, ${dueOn},
              ${ctx.actor.id}, ${ctx.actor.label}, ${at})`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: {
        request: id,
        organisation: organisation.reference,
        addressee: addressee.function,
        period,
        dueOn,
      },
    });
    if (send) await ctx.emit({ type: "requests.asked", objectId: id });
    return { request: id };
  },
});

/** The link of a request, made when its mail is sent or to be handed over; an earlier one is over. */
export const makeRequestLink = defineAct({
  name: "requests.make_link",
  permission: "requests.ask",
  scope: "object",
  input: z.object({ request: z.uuid() }),
  output: z.object({
    token: z.string(),
    mail: z.string().nullable(),
    addressee: z.string(),
    language: z.enum(["fr", "ar", "en"]),
    agreement: z.string(),
    organisation: z.string(),
    period: z.object({ from: plainDate, to: plainDate }),
    dueOn: plainDate,
    askedBy: z.string(),
  }),
  async run(ctx, { request: id }) {
    const request = await requestOf(ctx.tx, id);
    const agreement = await agreementOf(ctx.tx, request.agreement_id);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    if (request.answered_at !== null) throw requestErrors.answered_already();
    const organisation = await organisationOf(ctx.tx, request.organisation_id);
    const left = Date.parse(`${request.due_on}T23:59:59Z`) - ctx.clock.now().getTime();
    const { id: link, token } = await makeAccessLink(ctx, {
      ...{ objectKind: "declaration_request", objectId: id, organisation: organisation.id },
      label: `${request.addressee} (${organisation.name})`,
      days: Math.max(left / 86_400_000, 0),
    });
    await ctx.journal({ object: { kind: "access_link", id: link }, after: { request: id } });
    const { mail, addressee, language, from, to, due_on: dueOn, asked_by_label: askedBy } = request;
    const told = { agreement: agreement.title, organisation: organisation.name };
    return { token, mail, addressee, language, ...told, period: { from, to }, dueOn, askedBy };
  },
});
