export { measureSeals } from "./measure-seals.ts";
export { type Jobs, startJobs } from "./start-jobs.ts";
