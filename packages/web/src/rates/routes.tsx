import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readRatesSearch } from "./address.ts";

const rates = createRoute({
  getParentRoute: () => root,
  path: "/rates",
  validateSearch: readRatesSearch,
  component: lazyRouteComponent(() => import("./rates-page.tsx"), "RatesPage"),
});

export const ratesRoutes = [rates] as const;
