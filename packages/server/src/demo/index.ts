export { type DemoPlace, loadBothSpaces, loadDemo } from "./load-demo.ts";
export { demoSeed, loadFictionalRegion } from "./load-fictional-region.ts";
