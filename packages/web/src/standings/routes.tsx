import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readStandingsSearch } from "./address.ts";

const standings = createRoute({
  getParentRoute: () => root,
  path: "/standings",
  validateSearch: readStandingsSearch,
  component: lazyRouteComponent(() => import("./standings-page.tsx"), "StandingsPage"),
});

export const standingsRoutes = [standings] as const;
