import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const closing = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/closing",
  component: lazyRouteComponent(() => import("./closing-page.tsx"), "ClosingPage"),
});

const renewal = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/renewal",
  component: lazyRouteComponent(() => import("./renewal-page.tsx"), "RenewalPage"),
});

export const closureRoutes = [closing, renewal] as const;
