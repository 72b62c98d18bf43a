import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readFundersSearch } from "./address.ts";

const funders = createRoute({
  getParentRoute: () => root,
  path: "/funders",
  validateSearch: readFundersSearch,
  component: lazyRouteComponent(() => import("./funders-page.tsx"), "FundersPage"),
});

const funder = createRoute({
  getParentRoute: () => root,
  path: "/funders/$funder",
  validateSearch: readFundersSearch,
  component: lazyRouteComponent(() => import("./funder-page.tsx"), "FunderPage"),
});

export const fundersRoutes = [funders, funder] as const;
