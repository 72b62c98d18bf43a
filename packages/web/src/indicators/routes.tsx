import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const indicators = createRoute({
  getParentRoute: () => root,
  path: "/indicators",
  component: lazyRouteComponent(() => import("./indicators-page.tsx"), "IndicatorsPage"),
});

export const indicatorsRoutes = [indicators] as const;
