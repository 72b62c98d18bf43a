import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, onlyRow, plainDate, rows, space } from "../kernel/index.ts";
import { gatherContent } from "./gather-content.ts";
import { kindOf, type PaperContent, paperContent, paperKind, paperNumber, paperPrefix } from "./model.ts";
import { contentOf, type PaperRow, paperColumns, paperOf, sealed } from "./store.ts";

const summary = z.object({
  number: paperNumber,
  kind: paperKind,
  space,
  title: z.string().nullable(),
  question: paperContent.shape.question,
  of: paperContent.shape.of,
  asOf: plainDate,
  knownOn: plainDate,
  agreements: z.int(),
  preparedBy: z.string(),
  preparedAt: z.string(),
});

function summaryOf(row: PaperRow): z.infer<typeof summary> {
  const { number, space: where, title, asOf, knownOn, agreements, preparedBy, preparedAt } = row;
  const { of, question } = contentOf(row);
  return {
    ...{ number, kind: kindOf(number), space: where, title, of, asOf, knownOn, agreements, preparedBy },
    ...(question && { question }),
    preparedAt: preparedAt.toISOString(),
  };
}

/** The committee files, the answers, or both, the last first. */
export const listPapers = defineQuery({
  name: "papers.list",
  permission: "papers.read",
  scope: "somewhere",
  input: z.object({
    space,
    kind: paperKind.optional(),
    limit: z.int().min(1).max(100).default(20),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), papers: z.array(summary) }),
  async run(ctx, input) {
    const begins = input.kind ? paperPrefix[input.kind] : "";
    const kept = sql`from papers p where space = ${input.space} and starts_with(number, ${begins})`;
    const { total } = await onlyRow(ctx.tx, sql<{ total: number }>`select count(*) as total ${kept}`);
    const page = await rows(
      ctx.tx,
      sql<PaperRow>`
        select ${paperColumns} ${kept}
        order by recorded_at desc, number desc limit ${input.limit} offset ${input.offset}`,
    );
    return { total, papers: page.map(summaryOf) };
  },
});

/** One committee file, as it was frozen. @throws `papers.unknown` */
export const readPaper = defineQuery({
  name: "papers.read",
  permission: "papers.read",
  scope: "somewhere",
  input: z.object({ number: z.string().max(20) }),
  output: summary.extend({ hash: z.string(), content: paperContent }),
  async run(ctx, { number }) {
    const row = await paperOf(ctx.tx, number);
    return { ...summaryOf(row), hash: row.hash, content: contentOf(row) };
  },
});

const figures = ["declared", "realised", "proven"] as const;

/**
 * Makes the content anew from the register, for the same two days, and says which figures of which promises differ from the
 * frozen ones. What was recorded later on the very day as which it was known counts too, and differs; nothing else does. @throws `papers.unknown`
 */
export const checkPaper = defineQuery({
  name: "papers.check",
  permission: "papers.prepare",
  scope: "somewhere",
  input: z.object({ number: z.string().max(20) }),
  output: z.object({
    hash: z.boolean(),
    differing: z.array(
      z.object({ promise: z.string(), figure: z.string(), frozen: z.string(), now: z.string() }),
    ),
  }),
  async run(ctx, { number }) {
    const row = await paperOf(ctx.tx, number);
    const frozen = contentOf(row);
    const { of, title, asOf, knownOn, question } = frozen;
    const asked =
      of.kind === "agreement"
        ? { agreement: of.reference }
        : { region: of.reference.slice(of.reference.indexOf(":") + 1) };
    const { territoryId, agreementId } = row;
    const now = await gatherContent(
      ctx,
      { of, asked, territoryId, agreementId },
      {
        ...{ space: row.space, title, asOf, knownOn, question },
      },
    );
    return { hash: sealed(frozen).hash === row.hash, differing: differing(frozen, now) };
  },
});

function differing(frozen: PaperContent, now: PaperContent) {
  const anew = new Map(now.agreements.flatMap(({ promises }) => promises).map((one) => [one.reference, one]));
  return frozen.agreements
    .flatMap(({ promises }) => promises)
    .flatMap((one) => {
      const other = anew.get(one.reference);
      const pairs = [
        ...figures.map((figure) => [figure, one[figure], other?.[figure]] as const),
        ["signed", one.signed.current, other?.signed.current] as const,
      ];
      return pairs
        .filter(([, before, after]) => before !== after)
        .map(([figure, before, after]) => ({
          ...{ promise: one.reference, figure, frozen: String(before ?? "–"), now: String(after ?? "–") },
        }));
    });
}
