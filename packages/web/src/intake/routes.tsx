import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readIntakesSearch } from "./open/address.ts";

const intakes = createRoute({
  getParentRoute: () => root,
  path: "/intake",
  validateSearch: readIntakesSearch,
  component: lazyRouteComponent(() => import("./open/list-page.tsx"), "IntakesPage"),
});

const intake = createRoute({
  getParentRoute: () => root,
  path: "/intake/$intake",
  component: lazyRouteComponent(() => import("./review/review-page.tsx"), "ReviewPage"),
});

export const intakeRoutes = [intakes, intake] as const;
