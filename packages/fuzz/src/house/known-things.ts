// What exists in the house, by the names that fields have: half of what goes wrong goes wrong with things that are there.
import pg from "pg";

export interface KnownThings {
  /** Values for a field of this name; `asId`: only the ids. Empty when nothing goes by that name. */
  named(name: string, asId: boolean): readonly string[];
  /** Ids of every kind of thing. */
  readonly ids: readonly string[];
  /** Takes in what an answer told of: what was just recorded can be worked on. */
  learn(answer: unknown): void;
}

/** Which table's rows a field means, by the end of its name; the first that fits. */
const meant: readonly (readonly [RegExp, string])[] = [
  [/^(parent|agreement|framework|leadsTo)$/i, "agreements"],
  [/^(amendment)$/i, "amendments"],
  [/^(object|objectId|in)$/i, "*"],
  [/organisation|declarant|owedBy|contributor|founder|host|owner|saidBy|partiesOf/i, "organisations"],
  [/officeHolder/i, "office_holders"],
  [/document|evidence|text$/i, "documents"],
  [/passage/i, "passages"],
  [/assertion|announcedBy|citedBy/i, "assertions"],
  [/commitment|of$/i, "commitments"],
  [/contribution/i, "contributions"],
  [/event/i, "events"],
  [/territory|region|place$/i, "territories"],
  [/fact/i, "facts"],
  [/subject|into/i, "subjects"],
  [/user/i, "users"],
  [/grant/i, "role_grants"],
  [/^key$/i, "api_keys"],
  [/session/i, "sessions"],
];

/** Words that are no ids, by field: the query that lists them. */
const words: Readonly<Record<string, string>> = {
  agreements: "select reference from agreements",
  organisations: "select reference from organisations",
  commitments:
    "select a.reference || '/' || c.number from commitments c join agreements a on a.id = c.agreement_id",
  contributions:
    "select a.reference || '/M' || c.number from contributions c join agreements a on a.id = c.agreement_id",
  events: "select reference from events",
  indicators: "select code from indicators",
  populations: "select code from populations",
  territories: "select code from territories where space = 'simulated'",
  schemes: "select distinct scheme from territories",
};
const wordFields: readonly (readonly [RegExp, string])[] = [
  [/^(indicator|numerator|denominator)$/, "indicators"],
  [/^(population|segment)$/, "populations"],
  [/^(code|under|place)$/, "territories"],
  [/^scheme$/, "schemes"],
  [/^(from|to)$/, "organisations"],
];

const most = 300;

/** Reads what there is, as somebody who sees everything. `spared`: ids that nobody is to be told of. */
export async function readKnownThings(url: string, spared: ReadonlySet<string>): Promise<KnownThings> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const column = async (query: string) =>
      (
        await client.query<{ v: string }>(
          `select v from (${query}) t (v) where v is not null order by md5(v::text) limit ${most}`,
        )
      ).rows.map(({ v }) => String(v));
    const tables = await column(
      "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'",
    );
    const ids = new Map<string, string[]>();
    for (const table of tables)
      ids.set(
        table,
        (await column(`select id from "${table}"`)).filter((id) => !spared.has(id)),
      );
    const texts = new Map<string, string[]>();
    for (const [name, query] of Object.entries(words)) texts.set(name, await column(query));
    return knownThings(ids, texts);
  } finally {
    await client.end();
  }
}

export function knownThings(
  ids: ReadonlyMap<string, readonly string[]>,
  texts: ReadonlyMap<string, readonly string[]>,
): KnownThings {
  const all = [...ids.values()].flat();
  const learnt: string[] = [];
  return {
    ids: all,
    learn(answer) {
      const id = (answer as { id?: unknown } | null)?.id;
      if (typeof id === "string" && learnt.length < 5_000) learnt.push(id);
    },
    named(name, asId) {
      const table = meant.find(([pattern]) => pattern.test(name))?.[1];
      const own = table === "*" ? all : (ids.get(table ?? "") ?? []);
      if (asId) return own.length > 0 ? [...own, ...learnt.slice(-20)] : all;
      const word = wordFields.find(([pattern]) => pattern.test(name))?.[1] ?? table ?? "";
      return [...(texts.get(word) ?? []), ...own];
    },
  };
}
