// The map of a space: the deployment's boundaries, or a drawing of the fictional region that nobody takes for a map.
import { readFile } from "node:fs/promises";
import { boundaries, fictionalSchematic } from "@iltizam/reference";
import { z } from "zod";
import { defineQuery, space } from "../kernel/index.ts";

const shapes = z.object({
  /** A drawing of who borders whom: neither area nor shape. */
  schematic: z.boolean(),
  /** To be shown wherever the shapes are drawn. */
  attribution: z.string().nullable(),
  /**
   * TopoJSON with the objects `regions` (property `region_code`) and `provinces` (`code`, `region_code`); in longitude and
   * latitude, or in the plane where it is schematic.
   */
  topology: z.record(z.string(), z.unknown()),
});

export const territoryShapes = defineQuery({
  name: "territory.shapes",
  permission: "territory.read",
  scope: "somewhere",
  input: z.object({ space: space.default("real") }),
  output: shapes,
  run: async (_, { space: where }) => {
    const schematic = where === "simulated";
    const { topojson, attribution } = boundaries();
    const file = schematic ? fictionalSchematic() : topojson;
    return {
      schematic,
      attribution: schematic ? null : attribution,
      topology: z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, "utf8"))),
    };
  },
});
