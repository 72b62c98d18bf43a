// One funder: each agreement that it funds with its share of the money, stated and not applied to results; and what came of
// them by province and month.
import { z } from "zod";
import { contributionRole } from "../funding/index.ts";
import { dayOf, defineQuery, formatMoney, type QueryContext } from "../kernel/index.ts";
import { organisationKey, organisationOf } from "../organisations/index.ts";
import { funderErrors } from "./errors.ts";
import { isFunders, moneyOfFunder } from "./model.ts";
import { cellsOf, type HeldRow, heldOn, type On, promisedIn, resultsOfSets } from "./rows.ts";
import {
  agreementsOf,
  inMajor,
  moneyShown,
  nobodysOf,
  notAttributed,
  party,
  promises,
  resultShown,
  when,
} from "./what-money-produced.ts";

const funded = z.object({
  contribution: z.string(),
  /** On a line or a total money moved alone: what is promised stands in contributions. */
  role: contributionRole,
  purpose: z.string().nullable(),
  agreement: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  currency: z.string(),
  promised: z.string().nullable(),
  estimated: z.boolean(),
  inKind: z.boolean(),
  called: z.string(),
  paid: z.string(),
  justified: z.string(),
  /** Of which total the promise is a part; null when the text states none. */
  total: z.string().nullable(),
  /** Of the whole agreement with everything below it. */
  results: z.array(resultShown),
  promises,
});

/** @throws `organisations.unknown`, `funders.funds_nothing` */
export const oneFunder = defineQuery({
  name: "funders.one",
  permission: "funders.read",
  scope: "somewhere",
  input: z.object({ funder: organisationKey, ...when }),
  output: z.object({
    funder: party,
    space: z.enum(["real", "simulated"]),
    money: z.array(moneyShown),
    results: z.array(resultShown),
    promises,
    agreements: z.array(funded),
    /** Of the agreements that it funds. */
    notAttributed,
    cells: z.array(
      resultShown.extend({
        place: z.object({ code: z.string(), fr: z.string(), ar: z.string() }).nullable(),
        month: z.string(),
      }),
    ),
  }),
  async run(ctx, given) {
    const { on, all, own, funder } = await heldBy(ctx, given);
    const ids = agreementsOf(own);
    const sets = new Map([...ids.map((id): [string, string[]] => [id, [id]]), ["*", ids]]);
    const [results, promised, cells] = await Promise.all([
      resultsOfSets(ctx.tx, sets, on),
      promisedIn(ctx.tx, sets, on),
      cellsOf(ctx.tx, ids, on),
    ]);
    const promisesOf = (of: string) =>
      promised.filter(({ key }) => key === of).map(({ indicator }) => indicator);
    const resultsOf = (of: string) =>
      results
        .filter(({ key }) => key === of)
        .map(({ indicator, realised, proven }) => ({ indicator, realised, proven }));
    return {
      ...{ funder, space: on.space, money: moneyOfFunder(own).map(inMajor), results: resultsOf("*"), cells },
      promises: promisesOf("*"),
      notAttributed: nobodysOf(all.filter(({ agreementId }) => ids.includes(agreementId))),
      agreements: own.map((row) => ({
        ...shown(row, all),
        ...{ results: resultsOf(row.agreementId), promises: promisesOf(row.agreementId) },
      })),
    };
  },
});

interface Asked {
  readonly funder: string;
  readonly asOf?: string | undefined;
  readonly knownOn?: string | undefined;
}

/** What a funder holds on the day, among what everybody holds. @throws `organisations.unknown`, `funders.funds_nothing` */
export async function heldBy(ctx: QueryContext, given: Asked) {
  const { space, reference } = await organisationOf(ctx.tx, given.funder);
  const asOf = given.asOf ?? dayOf(ctx.clock.now(), ctx.timeZone);
  const on: On = { space, asOf, knownOn: given.knownOn ?? null, timeZone: ctx.timeZone };
  const all = await heldOn(ctx.tx, on);
  const own = all.filter((one) => isFunders(one) && one.party?.reference === reference);
  const funder = own[0]?.party;
  if (!funder) throw funderErrors.funds_nothing({ funder: reference });
  return { on, all, own, funder };
}

function shown(row: HeldRow, all: readonly HeldRow[]) {
  const { currency } = row;
  const isShare = row.role === "contribution";
  const text = (minor: bigint) => formatMoney({ minor, currency });
  const total = all.find(
    (one) => one.role === "total" && one.agreement === row.agreement && one.currency === currency,
  )?.promised;
  return {
    ...{
      contribution: row.reference,
      agreement: row.agreement,
      title: row.title,
      titleAr: row.titleAr,
      titleEn: row.titleEn,
      currency,
    },
    ...{ role: row.role, purpose: row.purpose, estimated: isShare && row.estimated, inKind: row.inKind },
    promised: row.promised === null || !isShare ? null : text(row.promised),
    total: total === null || total === undefined || !isShare ? null : text(total),
    ...{ called: text(row.called), paid: text(row.paid), justified: text(row.justified) },
  };
}
