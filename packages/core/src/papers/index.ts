export { paperErrors } from "./errors.ts";
export { exportPaper } from "./export-paper.ts";
export { type PaperContent, paperContent } from "./model.ts";
export { permissions } from "./permissions.ts";
export { preparePaper } from "./prepare-paper.ts";
export { previewPaper } from "./preview-paper.ts";
export { checkPaper, listPapers, readPaper } from "./read-papers.ts";
export { routes } from "./routes.ts";
export { typesetFile } from "./typeset.ts";
