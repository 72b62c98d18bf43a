import { defineRoutes } from "../kernel/index.ts";
import { exportPaper } from "./export-paper.ts";
import { preparePaper } from "./prepare-paper.ts";
import { previewPaper } from "./preview-paper.ts";
import { checkPaper, listPapers, readPaper } from "./read-papers.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/papers",
    query: listPapers,
    summary: "The committee files and the answers to questions",
  },
  {
    method: "POST",
    path: "/papers",
    act: preparePaper,
    summary: "Freeze the committee file of a region or a branch, or the answer to a question about it",
  },
  {
    method: "GET",
    path: "/paper-preview",
    query: previewPaper,
    summary: "What a committee file or an answer would hold, before it is frozen",
  },
  {
    method: "GET",
    path: "/papers/:number",
    query: readPaper,
    summary: "One committee file, as it was frozen",
  },
  {
    method: "GET",
    path: "/papers/:number/check",
    query: checkPaper,
    summary: "Its figures made anew from the register, beside the frozen ones",
  },
  { method: "GET", path: "/papers/:number/file", query: exportPaper, summary: "It as a PDF or a workbook" },
]);
