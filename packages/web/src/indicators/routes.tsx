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

const add = createRoute({
  getParentRoute: () => root,
  path: "/indicators/new",
  component: lazyRouteComponent(() => import("./add-page.tsx"), "AddIndicatorPage"),
});

const one = createRoute({
  getParentRoute: () => root,
  path: "/indicators/$code",
  component: lazyRouteComponent(() => import("./indicator-page.tsx"), "IndicatorPage"),
});

const define = createRoute({
  getParentRoute: () => root,
  path: "/indicators/$code/define",
  component: lazyRouteComponent(() => import("./define-page.tsx"), "DefinePage"),
});

export const indicatorsRoutes = [indicators, add, one, define] as const;
