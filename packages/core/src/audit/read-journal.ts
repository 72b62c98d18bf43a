import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, isUuid, type Locale, message, rows, systemActor } from "../kernel/index.ts";
import { type Change, differenceOf, listed } from "./difference.ts";
import { conditionOf, journalFilter } from "./filter.ts";
import { labelObjects, shortId } from "./label-objects.ts";

export const journalEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  actor: z.string(),
  act: z.string(),
  /** Who did what, as a sentence in the language asked for. */
  sentence: z.string(),
  object: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  reason: z.string().nullable(),
});
export type ReadEntry = z.infer<typeof journalEntry>;

const pageRows = 50;

/** The journal, the latest entry first, a page after the other. @throws `audit.figure_unknown`, `agreements.unknown` */
export const readJournal = defineQuery({
  name: "audit.journal",
  permission: "journal.read",
  scope: "somewhere",
  input: journalFilter.extend({
    lang: z.enum(["fr", "ar", "en"]).default("fr"),
    /** The id of the last entry that was seen. */
    after: z.uuid().optional(),
  }),
  output: z.object({ entries: z.array(journalEntry), after: z.uuid().nullable() }),
  async run(ctx, { lang, after, ...filter }) {
    const condition = await conditionOf(ctx, filter);
    const found = await entriesWhere(ctx.tx, { condition, after, atMost: pageRows + 1 });
    const page = found.slice(0, pageRows);
    const entries = await inWords(ctx.tx, page, lang);
    return { entries, after: found.length > pageRows ? (page.at(-1)?.id ?? null) : null };
  },
});

export interface JournalRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly kind: string;
  readonly object: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

export function entriesWhere(
  db: Db,
  asked: { condition: RawBuilder<boolean>; after?: string | undefined; atMost: number },
): Promise<JournalRow[]> {
  const { condition, after = null, atMost } = asked;
  return rows(
    db,
    sql<JournalRow>`
      select j.id, to_json(j.at) #>> '{}' as at, j.actor_label as actor, j.act, j.object_kind as kind,
             j.object_id as object, j.before, j.after, j.reason
      from journal j
      where ${condition}
        and (${after}::uuid is null or (j.at, j.id) < (select l.at, l.id from journal l where l.id = ${after}::uuid))
      order by j.at desc, j.id desc limit ${atMost}`,
  );
}

/** Rows as people read them. */
export async function inWords(db: Db, found: readonly JournalRow[], lang: Locale): Promise<ReadEntry[]> {
  const read = found.map((row) => ({ ...row, changes: differenceOf(row.kind, row.before, row.after) }));
  const ids = read.flatMap(({ object, changes }) => [object, ...changes.flatMap(idsIn)]);
  const labels = await labelObjects(db, ids, lang);
  return read.map(({ id, at, actor, act, kind, object, changes, reason }) => {
    const label = labels.get(object) ?? shortId(object);
    return {
      ...{ id, at, actor, act, reason, object: { kind, id: object, label } },
      sentence: sentenceOf(lang, { act, actor, object: label }),
      changes: changes.map((change) => named(change, labels)),
    };
  });
}

const idsIn = ({ before, after }: Change) =>
  [before, after].flatMap((value) => value?.split(listed).filter(isUuid) ?? []);

/** What the values point to goes by its name, where the reader may see it. */
function named({ field, before, after }: Change, labels: ReadonlyMap<string, string>): Change {
  const say = (value: string | null) =>
    value
      ?.split(listed)
      .map((one) => labels.get(one) ?? one)
      .join(listed) ?? null;
  return { field, before: say(before), after: say(after) };
}

/** An act of a later version, or of a test, has no sentence yet: it goes by its name. */
function sentenceOf(
  lang: Locale,
  { act, actor, object }: { act: string; actor: string; object: string },
): string {
  const who = actorIn(lang, actor);
  const named = { actor: isolated(who), object: isolated(object) };
  try {
    return message(lang, "audit", `act.${act}`, named);
  } catch {
    return message(lang, "audit", "act", { ...named, act });
  }
}

/** Nobody with a name: the installation itself, or who sits at it without signing in. */
function actorIn(lang: Locale, actor: string): string {
  if (actor === systemActor.label) return message(lang, "audit", "actor.system");
  return actor === "local operator" ? message(lang, "audit", "actor.local") : actor;
}

/** A name keeps its own direction and does not turn the sentence around it. */
const isolated = (name: string) => `\u2068${name}\u2069`;
