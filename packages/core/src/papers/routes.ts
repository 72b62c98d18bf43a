import { defineRoutes } from "../kernel/index.ts";
import { exportPaper } from "./export-paper.ts";
import { preparePaper } from "./prepare-paper.ts";
import { checkPaper, listPapers, readPaper } from "./read-papers.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/papers", query: listPapers, summary: "The committee files" },
  {
    method: "POST",
    path: "/papers",
    act: preparePaper,
    summary: "Freeze the committee file of a region or a branch",
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
