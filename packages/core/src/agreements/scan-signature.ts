// The page that bears a signature: kept with the signature, or brought later; opened from its line.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow } from "../kernel/index.ts";
import { readScan } from "../organisations/index.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey } from "./model.ts";
import { agreementOf, agreementScope, lockedAgreement } from "./store.ts";

/** A PDF or a picture. */
export const scan = z.base64().min(4);

/** @throws `agreements.signature_unknown`, `agreements.scan_refused` */
export const scanSignature = defineAct({
  name: "agreements.scan_signature",
  permission: "agreements.sign",
  input: z.object({ agreement: agreementKey, signature: z.uuid(), scan }),
  output: z.object({ hash: z.string() }),
  scope: "object",
  async run(ctx, { agreement: key, signature, scan: base64 }) {
    const agreement = await lockedAgreement(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const known = await firstRow(
      ctx.tx,
      sql`select from signatures where id = ${signature} and agreement_id = ${agreement.id}`,
    );
    if (known === undefined) throw agreementErrors.signature_unknown({ reference: agreement.reference });
    const hash = await keepScan(ctx, { agreementId: agreement.id, signature, base64 });
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { signatureId: signature, scan: hash },
    });
    return { hash };
  },
});

interface Scanned {
  readonly agreementId: string;
  readonly signature: string;
  readonly base64: string;
}

/** Gives the hash of the file. @throws `agreements.scan_refused` */
export async function keepScan(
  ctx: ActContext,
  { agreementId, signature, base64 }: Scanned,
): Promise<string> {
  const bytes = Buffer.from(base64, "base64");
  const { isScan, mediaType } = await readScan(bytes);
  if (!isScan) throw agreementErrors.scan_refused({ found: mediaType });
  const hash = await ctx.files.put(bytes);
  await sql`
    insert into signature_scans (id, agreement_id, signature_id, file_hash, media_type, recorded_by, recorded_at)
    values (${ctx.ids.next()}, ${agreementId}, ${signature}, ${hash}, ${mediaType}, ${ctx.actor.label},
            ${ctx.clock.now()})`.execute(ctx.tx);
  return hash;
}

/** Who opened it stands in the journal. @throws `agreements.signature_unknown` */
export const openSignatureScan = defineAct({
  name: "agreements.open_signature_scan",
  permission: "agreements.open_scan",
  input: z.object({ agreement: agreementKey, signature: z.uuid() }),
  output: z.object({ mediaType: z.string(), base64: z.string() }),
  scope: "object",
  async run(ctx, { agreement: key, signature }) {
    const agreement = await agreementOf(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const file = await firstRow(
      ctx.tx,
      sql<{ hash: string; mediaType: string }>`
        select file_hash as hash, media_type as "mediaType" from signature_scans
        where signature_id = ${signature} and agreement_id = ${agreement.id} order by id desc limit 1`,
    );
    if (file === undefined) throw agreementErrors.signature_unknown({ reference: agreement.reference });
    await ctx.journal({ object: { kind: "agreement", id: agreement.id }, after: { opened: file.hash } });
    const bytes = await ctx.files.get(file.hash);
    return { mediaType: file.mediaType, base64: bytes.toString("base64") };
  },
});
