// Whose money stands where, so that no amount is added twice: a promise that stands above holds what is promised below it.
// Pure: amounts are minor units of one currency.

/** A party's contribution, an agreement's total or a line of its budget, as it stands on a day. */
export interface Held {
  readonly reference: string;
  readonly agreement: string;
  /** The agreement and those above it, itself first. */
  readonly path: readonly string[];
  readonly role: "total" | "contribution" | "line";
  /** Null: the payer is unknown. */
  readonly funder: string | null;
  readonly currency: string;
  readonly inKind: boolean;
  readonly promised: bigint | null;
  readonly estimated: boolean;
  readonly called: bigint;
  readonly paid: bigint;
  readonly justified: bigint;
}

export interface FundersMoney {
  readonly currency: string;
  /** In money, where it stands highest. */
  readonly promised: bigint;
  readonly inKind: bigint;
  /** Promised by the same party below one of those: part of it, so not added. */
  readonly below: bigint;
  readonly called: bigint;
  readonly paid: bigint;
  readonly justified: bigint;
  readonly estimated: boolean;
}

/** What moved, of one currency. */
export interface Moved {
  readonly currency: string;
  readonly called: bigint;
  readonly paid: bigint;
  readonly justified: bigint;
}

const sum = (amounts: readonly (bigint | null)[]): bigint =>
  amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n);

/** Whether another of these stands at an agreement above this one. */
const isBelow = (one: Held, others: readonly Held[]): boolean =>
  others.some((other) => other.agreement !== one.agreement && one.path.includes(other.agreement));

/** What no other of these, of its kind and with a number, stands above: that one holds it. One without a number is none. */
const highestOf = <One extends Held>(held: readonly One[]): One[] => {
  const told = held.filter(({ promised }) => promised !== null);
  return told.filter(
    (one) =>
      !isBelow(
        one,
        told.filter(({ inKind }) => inKind === one.inKind),
      ),
  );
};

const hasMoved = ({ called, paid, justified }: Held): boolean => called + paid + justified > 0n;

/**
 * Whether it is a party's: its contribution, or money that moved on a line or a total that names it. A line or a total of
 * which nothing moved makes nobody a funder: it says what the money is for, and what is promised stands in contributions.
 */
export const isFunders = (one: Held): boolean =>
  one.funder !== null && (one.role === "contribution" || hasMoved(one));

/** Money that moved on what names nobody. With the funders' it makes up all that moved. */
export const isNobodys = (one: Held): boolean => one.funder === null && hasMoved(one);

/** The contributions in money whose promises are added up, of every currency. */
export const countedPromises = <One extends Held>(held: readonly One[]): One[] =>
  [...Map.groupBy(held, ({ currency }) => currency).values()].flatMap((list) =>
    highestOf(list.filter(({ role }) => role === "contribution")).filter(({ inKind }) => !inKind),
  );

/** What moved, by currency. */
export const movedOf = (held: readonly Held[]): Moved[] =>
  [...Map.groupBy(held, ({ currency }) => currency)].map(([currency, list]) => ({
    currency,
    called: sum(list.map(({ called }) => called)),
    paid: sum(list.map(({ paid }) => paid)),
    justified: sum(list.map(({ justified }) => justified)),
  }));

/**
 * What one funder promised, by currency. Movements are written once, at whichever level and on whichever row, so they are
 * all added; promises are those of contributions alone, of which a line is a part.
 * @example 160 at the bundle and 40 at a convention of it → promised 160, below 40
 */
export function moneyOfFunder(held: readonly Held[]): FundersMoney[] {
  return [...Map.groupBy(held, ({ currency }) => currency)].map(([currency, list]) => {
    const shares = list.filter(({ role }) => role === "contribution");
    const highest = highestOf(shares);
    const { called, paid, justified } = movedOf(list)[0] ?? { called: 0n, paid: 0n, justified: 0n };
    return {
      ...{ currency, called, paid, justified },
      promised: sum(highest.filter(({ inKind }) => !inKind).map(({ promised }) => promised)),
      inKind: sum(highest.filter(({ inKind }) => inKind).map(({ promised }) => promised)),
      below: sum(shares.filter((one) => !highest.includes(one)).map(({ promised }) => promised)),
      estimated: shares.some((one) => one.promised === null || (one.estimated && highest.includes(one))),
    };
  });
}

/**
 * What no text gives to anybody, by currency: of each total that stands highest, the part without a named payer, there or
 * below; where no total is stated, the contributions without one.
 * @example a bundle of 406.80 whose region pays 160, over conventions of 374.80 and 32.00 → 246.80
 */
export function withoutPayer(held: readonly Held[]): Map<string, bigint> {
  const rest = new Map<string, bigint>();
  for (const [currency, list] of Map.groupBy(held, ({ currency: of }) => of)) {
    const totals = list.filter(({ role, promised }) => role === "total" && promised !== null);
    const highest = totals.filter((one) => !isBelow(one, totals));
    const stated = highest.reduce((left, { agreement, promised }) => {
      const named = list.filter(
        (one) => one.role === "contribution" && one.funder !== null && one.path.includes(agreement),
      );
      const given = [...Map.groupBy(named, ({ funder }) => funder).values()].flatMap(highestOf);
      return left + (promised ?? 0n) - sum(given.map((one) => one.promised));
    }, 0n);
    const covered = (one: Held) => highest.some(({ agreement }) => one.path.includes(agreement));
    const unnamed = list.filter((one) => one.role === "contribution" && one.funder === null && !covered(one));
    rest.set(currency, stated + sum(unnamed.map(({ promised }) => promised)));
  }
  return rest;
}
