// Makes the specific agreement of an accepted application: its parties, its promises and its money, each with the words of
// the application as its source.
import { sql } from "kysely";
import { z } from "zod";
import {
  addParty,
  agreementOf,
  attachAssertion,
  draftAgreement,
  linkAgreements,
} from "../agreements/index.ts";
import { promise } from "../commitments/index.ts";
import { pledge } from "../funding/index.ts";
import {
  type ActContext,
  defineAct,
  formatMoney,
  message,
  objectScope,
  onlyRow,
  plainDate,
  rows,
} from "../kernel/index.ts";
import { assertValue, keepDocument, quotePassage } from "../sources/index.ts";
import { planTranche } from "../tranches/index.ts";
import { type ApplicationText, writeApplication } from "./application-text.ts";
import { callErrors } from "./errors.ts";
import type { ApplicationPromise } from "./model.ts";
import { type ApplicationRow, applicationOf, type CallRow, callOf } from "./store.ts";

/** @throws `calls.not_accepted`, `calls.made_already` */
export const makeAgreement = defineAct({
  name: "calls.make_agreement",
  permission: "calls.prepare",
  scope: "object",
  input: z.object({
    application: z.uuid(),
    /** The part of what is granted that is paid first, once the text is signed; left out: nothing is split. */
    firstTranche: z.object({ percent: z.int().min(1).max(100), plannedOn: plainDate }).nullish(),
  }),
  output: z.object({
    agreement: z.string(),
    commitments: z.array(z.string()),
    contributions: z.array(z.string()),
    tranche: z.string().nullable(),
  }),
  async run(ctx, { application: id, firstTranche }) {
    const application = await applicationOf(ctx.tx, id, true);
    ctx.authorise(await objectScope(ctx.tx, id));
    if (application.agreement_id !== null) throw callErrors.made_already();
    const call = await callOf(ctx.tx, application.call_id);
    const granted = await grantedTo(ctx, id);
    if (granted === null) throw callErrors.not_accepted({ organisation: application.organisation });
    const told = await wordsOf(ctx, call, application, granted);
    const source = await keepWords(ctx, call, application, told);
    const made = await fillAgreement(ctx, call, application, told, source);
    const tranche = firstTranche
      ? await splitGrant(ctx, call, granted, made.contributions[0] ?? "", firstTranche)
      : null;
    await sql`update call_applications set agreement_id = ${made.id} where id = ${id}`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "call_application", id }, after: { agreement: made.agreement } });
    const { agreement, commitments, contributions } = made;
    return { agreement, commitments, contributions, tranche };
  },
});

/** The first tranche of what is granted; it waits for the signed text. Parts of a centime stay with the rest. */
async function splitGrant(
  ctx: ActContext,
  { currency }: CallRow,
  granted: bigint,
  contribution: string,
  { percent, plannedOn }: { readonly percent: number; readonly plannedOn: string },
): Promise<string> {
  const { tranche } = await planTranche(ctx, {
    ...{ contribution, plannedOn },
    amount: formatMoney({ minor: (granted * BigInt(percent)) / 100n, currency }),
    conditions: [{ kind: "document", document: message("fr", "calls", "text.signed") }],
  });
  return tranche;
}

async function grantedTo(ctx: ActContext, application: string): Promise<bigint | null> {
  const { granted } = await onlyRow(
    ctx.tx,
    sql<{ granted: string | null }>`
      select (select v.granted_minor::text from call_verdicts v where v.application_id = ${application}) as granted`,
  );
  return granted === null ? null : BigInt(granted);
}

interface Told {
  readonly title: string;
  readonly granted: string;
  readonly own: string | null;
  readonly promises: readonly ApplicationPromise[];
  readonly text: ApplicationText;
}

async function wordsOf(
  ctx: ActContext,
  call: CallRow,
  application: ApplicationRow,
  minor: bigint,
): Promise<Told> {
  const promises = await rows(
    ctx.tx,
    sql<ApplicationPromise>`
      select indicator, quantity, wording from call_application_promises
      where application_id = ${application.id} order by number`,
  );
  const { currency } = call;
  const money = (text: string | null) => text && formatMoney({ minor: BigInt(text), currency });
  const granted = formatMoney({ minor, currency });
  const own = BigInt(application.own_minor ?? 0) === 0n ? null : money(application.own_minor);
  const title = application.title ?? call.title;
  const receipt = `${call.reference}/${application.number}`;
  const { organisation, summary } = application;
  const asked = money(application.asked_minor) ?? granted;
  const text = writeApplication({
    receipt,
    organisation,
    title,
    summary,
    promises,
    asked,
    granted,
    own,
    currency,
  });
  return { title, granted, own, promises, text };
}

interface Source {
  /** The assertion of each line: the title, each promise, what is granted, the own share. */
  assertion(line: string): Promise<string>;
}

async function keepWords(
  ctx: ActContext,
  call: CallRow,
  application: ApplicationRow,
  { text, promises, granted, own }: Told,
): Promise<Source> {
  const { id: documentId } = await keepDocument(ctx, {
    ...{ space: call.space, kind: "other", language: "fr", title: text.heading, text: text.whole },
    fileBase64: Buffer.from(text.whole).toString("base64"),
  });
  const value = (line: string): object => {
    const promised = promises[Number(line.split(" ")[1]) - 1];
    if (line.startsWith("promise") && promised !== undefined)
      return {
        topic: "target",
        quantity: promised.quantity,
        indicator: promised.indicator,
        qualifier: "exact",
      };
    if (line === "granted" || line === "own") {
      const quantity = line === "granted" ? granted : own;
      return { topic: "amount", quantity, currency: call.currency, qualifier: "exact" };
    }
    return { topic: "title", text: application.title };
  };
  return {
    async assertion(line) {
      const at = text.lines[line];
      if (at === undefined) throw new RangeError(`the words of an application have no ${line}`);
      const { id: passageId } = await quotePassage(ctx, { documentId, ...at });
      return (await assertValue(ctx, { documentId, passageId, how: "literal", topic: "", ...value(line) }))
        .id;
    },
  };
}

async function fillAgreement(
  ctx: ActContext,
  call: CallRow,
  application: ApplicationRow,
  { title, granted, own, promises }: Told,
  source: Source,
) {
  const [place] = application.places;
  const { kind } = await agreementOf(ctx.tx, call.agreement_id);
  // one instrument counts under no other: it specifies it
  const parent = kind === "instrument" ? null : call.agreement_id;
  const { id, reference } = await draftAgreement(ctx, {
    ...{ space: call.space, kind: "instrument", type: "convention", title, parent },
    purpose: application.summary,
    territoryId: application.places.length === 1 && place ? place : call.territory_id,
    leadOrganisation: call.launched_by,
  });
  const agreement = reference;
  if (parent === null)
    await linkAgreements(ctx, { from: agreement, to: call.agreement_id, kind: "specifies" });
  await addParty(ctx, { agreement, organisation: call.launched_by, role: "funder" });
  for (const organisation of [call.launched_by, application.organisation_id])
    await addParty(ctx, { agreement, organisation, role: "signatory" });
  await attachAssertion(ctx, {
    agreement,
    attachments: [{ field: "title", assertionId: await source.assertion("title") }],
  });
  const commitments: string[] = [];
  for (const [at, { indicator, wording }] of promises.entries()) {
    const assertion = await source.assertion(`promise ${at + 1}`);
    const owed = { owedBy: application.organisation_id, announcedBy: [{ assertion }] };
    commitments.push((await promise(ctx, { agreement, indicator, wording, ...owed })).reference);
  }
  const contributions: string[] = [];
  const shares = [
    [call.launched_by, granted, "granted"],
    [application.organisation_id, own, "own"],
  ] as const;
  for (const [contributor, amount, line] of shares) {
    if (amount === null) continue;
    const { reference: contribution } = await pledge(ctx, {
      ...{
        agreement,
        role: "contribution",
        contributor,
        amount,
        currency: call.currency,
        basis: "announced",
      },
      announcedBy: [{ assertion: await source.assertion(line) }],
    });
    contributions.push(contribution);
  }
  return { id, agreement, commitments, contributions };
}
