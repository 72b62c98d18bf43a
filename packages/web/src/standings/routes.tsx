import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readPlacesSearch, readStandingsSearch } from "./address.ts";

const standings = createRoute({
  getParentRoute: () => root,
  path: "/standings",
  validateSearch: readStandingsSearch,
  component: lazyRouteComponent(() => import("./standings-page.tsx"), "StandingsPage"),
});

const map = createRoute({
  getParentRoute: () => root,
  path: "/standings/map",
  validateSearch: readPlacesSearch,
  component: lazyRouteComponent(() => import("./map-page.tsx"), "MapPage"),
});

const figures = createRoute({
  getParentRoute: () => root,
  path: "/standings/figures",
  validateSearch: readPlacesSearch,
  component: lazyRouteComponent(() => import("./figures-page.tsx"), "FiguresPage"),
});

export const standingsRoutes = [standings, map, figures] as const;
