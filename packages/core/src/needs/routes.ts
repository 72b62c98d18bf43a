import { defineRoutes } from "../kernel/index.ts";
import { statedFigures } from "./queries.ts";
import { stateFigure } from "./state-figure.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/stated-figures",
    query: statedFigures,
    summary: "Figures that were stated and not promised",
  },
  { method: "POST", path: "/stated-figures", act: stateFigure, summary: "Record a stated figure" },
]);
