import { defineRoutes } from "../kernel/index.ts";
import { addTerritory } from "./add-territory.ts";
import { labourFigures } from "./labour.ts";
import { searchTerritories, territoryDetail, territoryTree } from "./queries.ts";
import { territoryShapes } from "./shapes.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/territories", query: territoryTree, summary: "The tree of territories" },
  { method: "POST", path: "/territories", act: addTerritory, summary: "Add one territory by hand" },
  {
    method: "GET",
    path: "/territories/search",
    query: searchTerritories,
    summary: "Territories by name or code",
  },
  {
    method: "GET",
    path: "/territories/shapes",
    query: territoryShapes,
    summary: "The regions and provinces as shapes, or as a schematic where the space is fictional",
  },
  {
    method: "GET",
    path: "/territories/labour",
    query: labourFigures,
    summary: "Who works and who seeks work at each place: census and survey, each by its name",
  },
  {
    method: "GET",
    path: "/territories/:code",
    query: territoryDetail,
    summary: "One territory with everything above it, its names and its figures",
  },
]);
