export { addTerritory } from "./add-territory.ts";
export { territoryErrors } from "./errors.ts";
export { labourFigures } from "./labour.ts";
export { loadTerritory } from "./load-territory.ts";
export {
  type PlaceMatch,
  type Places,
  parentKind,
  placesOf,
  schemes,
  type Territory,
  type TerritoryKind,
  territory,
  territoryKind,
} from "./model.ts";
export { permissions } from "./permissions.ts";
export { placeCode } from "./place-code.ts";
export {
  readPlaces,
  requireTerritory,
  searchTerritories,
  territoryDetail,
  territoryPath,
  territoryTree,
  territoryUp,
} from "./queries.ts";
export { requirePlace } from "./require-place.ts";
export { routes } from "./routes.ts";
export { territoryShapes } from "./shapes.ts";
