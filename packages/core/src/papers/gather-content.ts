// The content of a committee file or of an answer, made from the register for two days: the same today and in ten years.
import { sql } from "kysely";
import {
  type ActContext,
  type Db,
  formatMoney,
  type QueryContext,
  rows,
  type Space,
} from "../kernel/index.ts";
import { type StandingRow, standings } from "../standings/index.ts";
import { agreementsOf, agreementsOn, moneyOn, type On, overdueOn } from "./agreements-on.ts";
import { paperErrors } from "./errors.ts";
import type { Subject } from "./find-subject.ts";
import {
  agreementsAtMost,
  type PaperAgreement,
  type PaperContent,
  type PaperPromise,
  type Question,
} from "./model.ts";

export interface Gathered {
  readonly space: Space;
  readonly title: string | null;
  readonly asOf: string;
  readonly knownOn: string;
  /** Of an answer: what was asked, and by which indicators it is answered. */
  readonly question?: Question | undefined;
  /** By which indicators it is answered before anything was asked: as the question says, or all. */
  readonly indicators?: readonly string[];
}

/** @throws `papers.no_agreement`, `papers.too_many_agreements` */
export async function gatherContent(
  ctx: ActContext | QueryContext,
  { of, asked, territoryId, agreementId }: Omit<Subject, "scope">,
  { space, title, asOf, knownOn, question, indicators = question?.indicators }: Gathered,
): Promise<PaperContent> {
  const on = { asOf, knownOn, timeZone: ctx.timeZone };
  const chosen = new Set(indicators);
  const isChosen = ({ indicator }: StandingRow) => chosen.size === 0 || chosen.has(indicator ?? "");
  const table = (await standings(ctx, { ...asked, space, asOf, knownOn })).filter(isChosen);
  const promised = table.filter(({ commitment }) => commitment !== null);
  // an answer that names its figures holds the agreements that promise them, and no other
  const lying = chosen.size > 0 ? [] : await agreementsOf(ctx.tx, { territoryId, agreementId }, on);
  const ids = [...new Set([...lying, ...promised.flatMap(({ agreementId: id }) => id ?? [])])];
  const names = await indicatorNames(ctx.tx);
  const agreements = await inFull(ctx.tx, ids, on, (id) =>
    promised.filter((row) => row.agreementId === id).map((row) => promiseOf(row, names)),
  );
  if (agreements.length === 0) throw paperErrors.no_agreement({ of: of.reference, day: asOf });
  if (agreements.length > agreementsAtMost) {
    throw paperErrors.too_many_agreements({ count: agreements.length, most: agreementsAtMost });
  }
  return {
    ...{ format: "iltizam-committee-file/1", space, title, of, asOf, knownOn, ...(question && { question }) },
    totals: totalsOf(table, names),
    agreements,
  };
}

type Names = ReadonlyMap<string, { fr: string; ar: string; en: string }>;

async function indicatorNames(db: Db): Promise<Names> {
  const found = await rows(
    db,
    sql<{ code: string; fr: string; ar: string; en: string }>`
      select code, label_fr as fr, label_ar as ar, label_en as en from indicators`,
  );
  return new Map(found.map(({ code, ...name }) => [code, name]));
}

const nameIn = (names: Names, code: string | null) => (code === null ? null : (names.get(code) ?? null));

function promiseOf(row: StandingRow, names: Names): PaperPromise {
  const { wording, indicator, version, unit, population, territory, deadline, signed, declared } = row;
  const { realised, proven, elapsed, announced, state, node } = row;
  return {
    ...{ wording, indicator, version, unit, population, territory, deadline, signed, declared },
    ...{ realised, proven, elapsed, reference: node, indicatorName: nameIn(names, indicator) },
    announced: announced.map(({ value, source }) => ({ value, source })),
    state: state ?? "no_evidence",
  };
}

function totalsOf(table: readonly StandingRow[], names: Names): PaperContent["totals"] {
  return table
    .filter(({ commitment }) => commitment === null)
    .map(({ indicator, realised, proven, children }) => ({
      ...{ indicator: indicator ?? "", indicatorName: nameIn(names, indicator), realised, proven },
      countedInMoreThanOne: children?.countedInMoreThanOne ?? 0,
    }));
}

async function inFull(
  db: Db,
  ids: readonly string[],
  on: On,
  promisesOf: (id: string) => PaperPromise[],
): Promise<PaperAgreement[]> {
  const found = await agreementsOn(db, ids, on);
  const money = Map.groupBy(await moneyOn(db, ids, on), ({ agreement }) => agreement);
  const overdue = Map.groupBy(await overdueOn(db, ids, on), ({ agreement }) => agreement);
  return found.map(({ id, ...agreement }) => ({
    ...agreement,
    money: (money.get(id) ?? []).map(({ currency, total, promised, called, paid, payerUnknown }) => {
      const said = (minor: string) => formatMoney({ minor: BigInt(minor), currency });
      return {
        ...{ currency, payerUnknown, total: total === null ? null : said(total) },
        ...{ promised: said(promised), called: said(called), paid: said(paid) },
      };
    }),
    promises: promisesOf(id),
    overdue: (overdue.get(id) ?? []).map(({ agreement: _, ...decision }) => decision),
  }));
}
