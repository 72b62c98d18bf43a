export { folderIn, postgresOf, testFolder } from "./data-folder.ts";
export {
  asOrdinaryUser,
  fillUp,
  inOwnMounts,
  readOnlyDisk,
  smallDisk,
  type Wrapped,
  whyNoOwnMounts,
} from "./own-mounts.ts";
export { type RunningProgram, runProgram } from "./run-program.ts";
export { sentenceOf } from "./sentence-of.ts";
