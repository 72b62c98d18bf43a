export {
  type Importer,
  importHere,
  importInWorker,
  type RunUpload,
  runWaitingUploads,
} from "./run-uploads.ts";
