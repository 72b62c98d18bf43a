import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { only, readSharedSearch, textOf } from "../app/address.ts";
import { root } from "../app/root.tsx";

const places = createRoute({
  getParentRoute: () => root,
  path: "/territories",
  validateSearch: (given: Record<string, unknown>) =>
    only({ ...readSharedSearch(given), under: textOf(given.under) }),
  component: lazyRouteComponent(() => import("./places-page.tsx"), "PlacesPage"),
});

const add = createRoute({
  getParentRoute: () => root,
  path: "/territories/new",
  validateSearch: (given: Record<string, unknown>) =>
    only({ ...readSharedSearch(given), under: textOf(given.under) }),
  component: lazyRouteComponent(() => import("./add-place-page.tsx"), "AddPlacePage"),
});

export const territoryRoutes = [places, add] as const;
