// Shapes of the map as paths of a drawing 640 wide and high. The place decides what is drawn: the country, or one region
// with its surroundings.
import { type GeoPath, geoIdentity, geoMercator, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Shapes } from "../api/places.ts";

export const size = 640;

interface Properties {
  readonly code?: string;
  readonly region_code: string;
}
type MapTopology = Topology<{
  regions: GeometryCollection<Properties>;
  provinces: GeometryCollection<Properties>;
}>;

export interface DrawnPlace {
  readonly code: string;
  readonly path: string;
  /** Where its number stands. */
  readonly x: number;
  readonly y: number;
}

export interface DrawnMap {
  readonly places: readonly DrawnPlace[];
  /** Everything around, without a number; only beside one region. */
  readonly around: string;
  /** The borders of regions, stronger than those of provinces. */
  readonly borders: string;
}

const codeOf = ({ properties }: Feature<Geometry, Properties>) => properties.code ?? properties.region_code;

/** Only the places with these codes, filling the drawing. */
export function drawMap({ topology: given, schematic }: Shapes, codes: ReadonlySet<string>): DrawnMap {
  const topology = given as unknown as MapTopology;
  const { regions, provinces } = topology.objects;
  const all = [...feature(topology, regions).features, ...feature(topology, provinces).features];
  const shown: FeatureCollection<Geometry, Properties> = {
    type: "FeatureCollection",
    features: all.filter((one) => codes.has(codeOf(one))),
  };
  const projection = schematic ? geoIdentity() : geoMercator();
  projection.fitExtent(
    [
      [8, 8],
      [size - 8, size - 8],
    ],
    shown,
  );
  const path = geoPath(projection).digits(1);
  return {
    places: shown.features.map((one) => drawnPlace(one, path)),
    around: path(feature(topology, regions)) ?? "",
    borders: path(mesh(topology, regions)) ?? "",
  };
}

function drawnPlace(one: Feature<Geometry, Properties>, path: GeoPath): DrawnPlace {
  const [x, y] = path.centroid(one);
  return { code: codeOf(one), path: path(one) ?? "", x, y };
}
