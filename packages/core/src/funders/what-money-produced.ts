// What each funder promised and paid, and what came of the agreements that it funds, beside the other funders. A person is
// never added twice: not between two agreements of a funder, and not between funders in the line of all together.
import { z } from "zod";
import { contributionRole } from "../funding/index.ts";
import { dayOf, defineQuery, formatMoney, plainDate, space } from "../kernel/index.ts";
import {
  type FundersMoney,
  isFunders,
  isNobodys,
  type Moved,
  moneyOfFunder,
  movedOf,
  withoutPayer,
} from "./model.ts";
import { type HeldRow, heldOn, promisedIn, type ResultRow, resultsOfSets } from "./rows.ts";

export const party = z.object({ reference: z.string(), name: z.string() });
export const moneyShown = z.object({
  currency: z.string(),
  /** In money, where it stands highest in the tree. */
  promised: z.string(),
  inKind: z.string(),
  /** Promised by the same party below one of those: part of it, not added. */
  below: z.string(),
  called: z.string(),
  paid: z.string(),
  justified: z.string(),
  estimated: z.boolean(),
});
const movedShown = z.object({
  currency: z.string(),
  called: z.string(),
  paid: z.string(),
  justified: z.string(),
});
/** Money that moved on a total, a line or a share that names no party: with the funders' it makes up all that moved. */
export const notAttributed = z.object({
  money: z.array(movedShown),
  rows: z.array(
    movedShown.extend({
      contribution: z.string(),
      role: contributionRole,
      purpose: z.string().nullable(),
      agreement: z.string(),
      title: z.string(),
      titleAr: z.string().nullable(),
      titleEn: z.string().nullable(),
    }),
  ),
});
export const resultShown = z.object({ indicator: z.string(), realised: z.int(), proven: z.int() });

/** Indicators that its agreements promise: without a result under one of them nothing came yet, under another nothing was promised. */
export const promises = z.array(z.string());

export const when = { asOf: plainDate.optional(), knownOn: plainDate.optional() };

/** Everything together is a set of its own under this name, which no organisation bears. */
const everything = "*";

export const whatMoneyProduced = defineQuery({
  name: "funders.what_money_produced",
  permission: "funders.read",
  scope: "somewhere",
  input: z.object({ space, ...when }),
  output: z.object({
    funders: z.array(
      z.object({
        funder: party,
        agreements: z.int(),
        money: z.array(moneyShown),
        /** Of the agreements that it funds, whole: nobody can say which money brought which result. */
        results: z.array(resultShown),
        promises,
      }),
    ),
    /** What of the stated totals no text gives to anybody. */
    withoutPayer: z.array(z.object({ currency: z.string(), amount: z.string() })),
    notAttributed,
    /** Of all these agreements, each person once; `twice` is the sum of the funders less this. */
    together: z.array(resultShown.extend({ twice: z.int() })),
  }),
  async run(ctx, given) {
    const asOf = given.asOf ?? dayOf(ctx.clock.now(), ctx.timeZone);
    const on = { space: given.space, asOf, knownOn: given.knownOn ?? null, timeZone: ctx.timeZone };
    const held = await heldOn(ctx.tx, on);
    const shares = held.filter(isFunders);
    const byFunder = Map.groupBy(shares, ({ party: of }) => of?.reference ?? "");
    const sets = new Map([...byFunder].map(([key, list]) => [key, agreementsOf(list)]));
    if (shares.length > 0) sets.set(everything, agreementsOf(shares));
    const [results, promised] = await Promise.all([
      resultsOfSets(ctx.tx, sets, on),
      promisedIn(ctx.tx, sets, on),
    ]);
    const funders = [...byFunder.values()].flatMap((list) => {
      const funder = list[0]?.party;
      return funder ? [{ funder, list }] : [];
    });
    funders.sort((one, other) => one.funder.reference.localeCompare(other.funder.reference));
    return {
      funders: funders.map(({ funder, list }) => ({
        funder,
        agreements: agreementsOf(list).length,
        money: moneyOfFunder(list).map(inMajor),
        results: results.filter(({ key }) => key === funder.reference).map(bare),
        promises: promised.filter(({ key }) => key === funder.reference).map(({ indicator }) => indicator),
      })),
      withoutPayer: [...withoutPayer(held)]
        .filter(([, minor]) => minor !== 0n)
        .map(([currency, minor]) => ({ currency, amount: formatMoney({ minor, currency }) })),
      notAttributed: nobodysOf(held),
      together: results
        .filter(({ key }) => key === everything)
        .map((row) => ({ ...bare(row), twice: twiceIn(row, results) })),
    };
  },
});

export const agreementsOf = (held: readonly HeldRow[]): string[] => [
  ...new Set(held.map(({ agreementId }) => agreementId)),
];

const bare = ({ indicator, realised, proven }: ResultRow) => ({ indicator, realised, proven });

const twiceIn = (row: ResultRow, all: readonly ResultRow[]): number =>
  all
    .filter(({ key, indicator }) => key !== everything && indicator === row.indicator)
    .reduce((sum, { realised }) => sum + realised, -row.realised);

/** What of the rows names nobody, opened to its rows. */
export function nobodysOf(held: readonly HeldRow[]): z.infer<typeof notAttributed> {
  const nobodys = held.filter(isNobodys);
  return {
    money: movedOf(nobodys).map(movedInMajor),
    rows: nobodys.map((row) => ({
      ...movedInMajor(row),
      ...{ contribution: row.reference, role: row.role, purpose: row.purpose },
      ...{ agreement: row.agreement, title: row.title, titleAr: row.titleAr, titleEn: row.titleEn },
    })),
  };
}

function movedInMajor({ currency, called, paid, justified }: Moved): z.infer<typeof movedShown> {
  const text = (minor: bigint) => formatMoney({ minor, currency });
  return { currency, called: text(called), paid: text(paid), justified: text(justified) };
}

export function inMajor(money: FundersMoney): z.infer<typeof moneyShown> {
  const { currency, estimated } = money;
  const text = (minor: bigint) => formatMoney({ minor, currency });
  return {
    ...{ currency, estimated, promised: text(money.promised), inKind: text(money.inKind) },
    ...{ below: text(money.below), called: text(money.called), paid: text(money.paid) },
    justified: text(money.justified),
  };
}
