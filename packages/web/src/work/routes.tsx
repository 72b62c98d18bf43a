import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readWorkSearch } from "./address.ts";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readWorkSearch,
  component: lazyRouteComponent(() => import("./work-page.tsx"), "WorkPage"),
});

export const workRoutes = [home] as const;
