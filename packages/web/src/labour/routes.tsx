import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readStandingsSearch } from "../standings/address.ts";

const labour = createRoute({
  getParentRoute: () => root,
  path: "/standings/labour",
  validateSearch: readStandingsSearch,
  component: lazyRouteComponent(() => import("./labour-page.tsx"), "LabourPage"),
});

export const labourRoutes = [labour] as const;
