// Consent where it is the ground: asked in words that are kept by version, given and withdrawn on a day.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, defineAct, firstRow, onlyRow, plainDate } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { readProcessing, readWording } from "./processings.ts";

const wordingText = z.string().trim().min(20).max(4000);
const code = z.string().min(1).max(60);

/** @throws `people.consent_not_asked` where the processing rests on another ground. */
async function requireConsentGround(ctx: ActContext, processing: string): Promise<void> {
  const { ground } = await readProcessing(ctx.tx, processing);
  if (ground !== "consent") throw peopleErrors.consent_not_asked({ processing });
}

/** Words a consent anew; who consented to an earlier version has consented to that one. */
export const wordConsent = defineAct({
  name: "people.word_consent",
  permission: "processings.keep",
  input: z.object({ processing: code, fr: wordingText, ar: wordingText, from: plainDate }),
  output: z.object({ version: z.int() }),
  async run(ctx, { processing, fr, ar, from }) {
    await requireConsentGround(ctx, processing);
    const { version } = await onlyRow(
      ctx.tx,
      sql<{ version: number }>`
        insert into consent_wordings (processing, version, text_fr, text_ar, effective_from, recorded_by, recorded_at)
        select ${processing}, coalesce(max(version), 0) + 1, ${fr}, ${ar}, ${from}::date, ${ctx.actor.id},
               ${ctx.clock.now()}
        from consent_wordings where processing = ${processing}
        returning version`,
    );
    await ctx.journal({ object: { kind: "processing", id: processing }, after: { version, fr, ar, from } });
    return { version };
  },
});

/** @throws `people.wording_missing`, `people.consent_not_asked`; a consent in force stays as it is. */
export const giveConsent = defineAct({
  name: "people.give_consent",
  permission: "people.register",
  scope: "somewhere",
  input: z.object({
    subject: z.uuid(),
    processing: code,
    language: z.enum(["fr", "ar"]),
    givenOn: plainDate,
  }),
  output: z.object({ version: z.int() }),
  async run(ctx, { subject, processing, language, givenOn }) {
    await requireConsentGround(ctx, processing);
    await requireSubject(ctx, subject);
    const wording = await readWording(ctx.tx, processing, givenOn);
    if (wording === undefined) throw peopleErrors.wording_missing({ processing });
    const { version } = wording;
    await sql`
      insert into consents (id, subject_id, processing, version, language, given_on, recorded_by, recorded_at)
      values (${ctx.ids.next()}, ${subject}, ${processing}, ${version}, ${language}, ${givenOn}, ${ctx.actor.id},
              ${ctx.clock.now()})
      on conflict (subject_id, processing) where withdrawn_on is null do nothing`.execute(ctx.tx);
    const after = { processing, version, language, givenOn };
    await ctx.journal({ object: { kind: "person", id: subject }, after });
    return { version };
  },
});

/** @throws `people.consent_not_given` */
export const withdrawConsent = defineAct({
  name: "people.withdraw_consent",
  permission: "people.register",
  scope: "somewhere",
  input: z.object({ subject: z.uuid(), processing: code, withdrawnOn: plainDate.optional() }),
  output: z.object({ version: z.int() }),
  async run(ctx, { subject, processing, withdrawnOn = dayOf(ctx.clock.now(), ctx.timeZone) }) {
    const withdrawn = await firstRow(
      ctx.tx,
      sql<{ version: number }>`
        update consents set withdrawn_on = greatest(${withdrawnOn}::date, given_on)
        where subject_id = ${subject} and processing = ${processing} and withdrawn_on is null
        returning version`,
    );
    if (withdrawn === undefined) throw peopleErrors.consent_not_given({ processing });
    const { version } = withdrawn;
    await ctx.journal({
      object: { kind: "person", id: subject },
      after: { processing, version, withdrawnOn },
    });
    return { version };
  },
});

/** @throws `people.consent_not_given` where the processing rests on a consent that is not in force. */
export async function requireGround(ctx: ActContext, processing: string, subject: string): Promise<void> {
  const { ground } = await readProcessing(ctx.tx, processing);
  if (ground !== "consent") return;
  const consent = await firstRow(
    ctx.tx,
    sql`select id from consents where subject_id = ${subject} and processing = ${processing} and withdrawn_on is null`,
  );
  if (consent === undefined) throw peopleErrors.consent_not_given({ processing });
}

async function requireSubject(ctx: ActContext, subject: string): Promise<void> {
  const found = await firstRow(ctx.tx, sql`select id from subjects where id = ${subject}`);
  if (found === undefined) throw peopleErrors.person_unknown({ subject });
}
