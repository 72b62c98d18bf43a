import { defineRoutes } from "../kernel/index.ts";
import { addIndicator } from "./add-indicator.ts";
import { defineIndicator } from "./define-indicator.ts";
import {
  classification,
  glossaryTerms,
  indicatorCatalogue,
  indicatorDetail,
  measureCatalogue,
  populationCatalogue,
} from "./queries.ts";
import { setMeasure } from "./set-measure.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/indicators", query: indicatorCatalogue, summary: "The indicator catalogue" },
  { method: "POST", path: "/indicators", act: addIndicator, summary: "Add an indicator of the office's own" },
  {
    method: "GET",
    path: "/indicators/:code",
    query: indicatorDetail,
    summary: "One indicator with every version of its definition",
  },
  {
    method: "POST",
    path: "/indicators/:code/versions",
    act: defineIndicator,
    summary: "A new version of an indicator's definition",
  },
  {
    method: "GET",
    path: "/populations",
    query: populationCatalogue,
    summary: "The populations promises name",
  },
  {
    method: "GET",
    path: "/classifications/:scheme",
    query: classification,
    summary: "Occupations, sectors, education levels, contract types and closed lists",
  },
  { method: "GET", path: "/measures", query: measureCatalogue, summary: "Measures with their dated terms" },
  {
    method: "POST",
    path: "/measures/:measure/settings",
    act: setMeasure,
    summary: "Set a term of a measure",
  },
  {
    method: "GET",
    path: "/glossary",
    query: glossaryTerms,
    summary: "The words of the field in three languages",
  },
]);
