import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { dayOf, only, readSharedSearch, textOf } from "../app/address.ts";
import { root } from "../app/root.tsx";

const measures = createRoute({
  getParentRoute: () => root,
  path: "/measures",
  validateSearch: (given: Record<string, unknown>) =>
    only({ ...readSharedSearch(given), text: textOf(given.text), on: dayOf(given.on) }),
  component: lazyRouteComponent(() => import("./measures-page.tsx"), "MeasuresPage"),
});

const one = createRoute({
  getParentRoute: () => root,
  path: "/measures/$code",
  component: lazyRouteComponent(() => import("./measure-page.tsx"), "MeasurePage"),
});

const set = createRoute({
  getParentRoute: () => root,
  path: "/measures/$code/set",
  validateSearch: (given: Record<string, unknown>) =>
    only({ ...readSharedSearch(given), term: textOf(given.term) }),
  component: lazyRouteComponent(() => import("./set-term-page.tsx"), "SetTermPage"),
});

export const measuresRoutes = [measures, one, set] as const;
