export { type RunUpload, runHere, runInWorker, runWaitingUploads } from "./run-uploads.ts";
