import { dataFile } from "./table.ts";

/** The map files (ODbL: show "© OpenStreetMap contributors"); `topojson` holds the objects `regions` and `provinces`. */
export function boundaries() {
  return {
    topojson: dataFile("boundaries/morocco.topojson"),
    regions: dataFile("boundaries/regions.geojson"),
    provinces: dataFile("boundaries/provinces.geojson"),
    attribution: "© OpenStreetMap contributors",
  };
}
