export { actorWith, commitmentsOfSmallWorld, makeSmallWorld, type SmallWorld } from "./small-world.ts";
