export { type DemoPlace, loadBothSpaces, loadDemo } from "./load-demo.ts";
export { demoSeed, loadFictionalRegion } from "./load-fictional-region.ts";
export { type Chance, chanceOf } from "./random.ts";
export { fewScenarios } from "./scenarios/index.ts";
