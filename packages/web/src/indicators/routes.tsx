import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { only, readSharedSearch, textOf } from "../app/address.ts";
import { root } from "../app/root.tsx";

const indicators = createRoute({
  getParentRoute: () => root,
  path: "/indicators",
  validateSearch: (given: Record<string, unknown>) =>
    only({ ...readSharedSearch(given), text: textOf(given.text) }),
  component: lazyRouteComponent(() => import("./indicators-page.tsx"), "IndicatorsPage"),
});

export const indicatorsRoutes = [indicators] as const;
