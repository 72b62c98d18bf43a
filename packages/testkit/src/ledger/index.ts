export { countedTotals, keptTotals, type Totals } from "./compare-totals.ts";
export { type Moment, readLedger } from "./read-ledger.ts";
export {
  actorWith,
  commitmentsOfSmallWorld,
  fillSmallWorld,
  makeSmallWorld,
  type SmallWorld,
} from "./small-world.ts";
