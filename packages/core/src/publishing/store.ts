// Reads and writes of this folder's tables.
import { createHash } from "node:crypto";
import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type ActContext, canonicalJson, type Db, firstRow, onlyRow, rows } from "../kernel/index.ts";
import type { KeptCounts } from "./counts.ts";
import { publishingErrors } from "./errors.ts";
import type { EditionContent, EditionKind, EditionPromise } from "./model.ts";
import type { WhyHidden } from "./protect.ts";

export interface EditionRow {
  readonly number: number;
  readonly kind: EditionKind;
  readonly title: string | null;
  readonly space: "real" | "simulated";
  readonly asOf: string;
  readonly knownOn: string;
  readonly madeAt: string;
  readonly threshold: number;
  readonly supersedes: number | null;
  /** The edition that replaced this one. */
  readonly supersededBy: number | null;
  /** The latest edition of its space, when that is another one. */
  readonly newer: number | null;
  readonly promises: number;
  readonly hash: string;
}

export const editionColumns = sql`
  e.number, e.kind, e.title, e.space, e.as_of as "asOf", e.known_on as "knownOn",
  to_json(e.made_at) #>> '{}' as "madeAt", e.threshold, e.supersedes, e.promises, e.hash,
  (select min(s.number) from editions s where s.supersedes = e.number) as "supersededBy",
  (select nullif(max(s.number), e.number) from editions s
   where s.space = e.space and s.kind = 'edition' and s.number > e.number) as newer`;

/** @throws `publishing.edition_unknown` */
export async function editionOf(db: Db, number: number): Promise<EditionRow> {
  const found = await firstRow(
    db,
    sql<EditionRow>`select ${editionColumns} from editions e where e.number = ${number}`,
  );
  if (found === undefined) throw publishingErrors.edition_unknown({ number });
  return found;
}

/** The smallest count that is told, as the installation set it (the setting that federations' counts obey too). */
export async function thresholdOf(db: Db): Promise<number> {
  const row = await onlyRow(db, sql<{ threshold: number }>`select minimum_cell() as threshold`);
  return Math.max(2, row.threshold);
}

/** Whoever publishes does so alone, so that two editions are compared with one another. */
export async function takeTurn(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('iltizam.editions', 0))`.execute(db);
}

export async function nextNumber(db: Db): Promise<number> {
  const row = await onlyRow(
    db,
    sql<{ number: number }>`select coalesce(max(number), 0) + 1 as number from editions`,
  );
  return row.number;
}

interface KeptJson extends Omit<KeptCounts, "hidden"> {
  readonly hidden: Record<string, WhyHidden>;
}

/** The counts of every edition of the space that has left, the latest first. */
export async function earlierCounts(db: Db, space: string): Promise<KeptCounts[]> {
  const found = await rows(
    db,
    sql<{ kept: KeptJson }>`
      select k.kept from edition_counts_kept k join editions e on e.number = k.edition
      where e.space = ${space} order by e.number desc`,
  );
  return found.map(({ kept }) => ({ ...kept, hidden: new Map(Object.entries(kept.hidden)) }));
}

/** The content as it is hashed and given away: the same bytes for ever. */
export function sealContent(content: EditionContent): { text: string; hash: string } {
  const text = canonicalJson(content);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}

export async function keepEdition(
  ctx: ActContext,
  content: EditionContent,
  kept: KeptCounts,
): Promise<string> {
  const { text, hash } = sealContent(content);
  const { number, space, kind, title, asOf, knownOn, threshold, supersedes, promises } = content;
  const { indicators, regions, together } = content;
  await sql`
    insert into editions (id, number, space, kind, title, as_of, known_on, made_at, threshold, supersedes, promises,
                          hash, content, around)
    values (${ctx.ids.next()}, ${number}, ${space}, ${kind}, ${title}, ${asOf}, ${knownOn}, ${ctx.clock.now()},
            ${threshold}, ${supersedes}, ${promises.length}, ${hash}, ${text},
            ${JSON.stringify({ indicators, regions, together })}::json)`.execute(ctx.tx);
  await sql`
    insert into edition_promises (edition, position, reference, agreement, state, indicator, region, folded, deadline,
                                  signed, realised, proven, body)
    select ${number}, p.* from json_to_recordset(${JSON.stringify(promises.map(rowOf(content)))}::json)
      as p (position integer, reference text, agreement text, state text, indicator text, region text, folded text,
            deadline date, signed bigint, realised bigint, proven bigint, body json)`.execute(ctx.tx);
  await sql`
    insert into edition_agreements (edition, reference, body)
    select ${number}, a ->> 'reference', a from json_array_elements(${JSON.stringify(content.agreements)}::json) a
  `.execute(ctx.tx);
  const json = { ...kept, hidden: Object.fromEntries(kept.hidden) };
  await sql`insert into edition_counts_kept (edition, kept) values (${number}, ${JSON.stringify(json)}::json)`.execute(
    ctx.tx,
  );
  return hash;
}

const rowOf = (content: EditionContent) => {
  const titles = new Map(content.agreements.map(({ reference, title }) => [reference, title]));
  const labels = new Map(content.indicators.map(({ code, label }) => [code, label]));
  return (promise: EditionPromise, at: number) => {
    const { reference, agreement, state, indicator, region, deadline, signed, realised, proven } = promise;
    const about = [titles.get(agreement), labels.get(indicator ?? ""), promise.owner, promise.territory];
    const words = [reference, promise.wording, ...about.flatMap((one) => (one ? Object.values(one) : []))];
    return {
      ...{ position: at + 1, reference, agreement, state, indicator, region, deadline, realised, proven },
      ...{ signed: signed.current, folded: foldName(words.filter(Boolean).join(" ")), body: promise },
    };
  };
};
