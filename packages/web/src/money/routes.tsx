import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readContributionSearch, readMoveSearch } from "./address.ts";

const pledge = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/money/new",
  component: lazyRouteComponent(() => import("./pledge-page.tsx"), "PledgePage"),
});

const contribution = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/money/$number",
  validateSearch: readContributionSearch,
  component: lazyRouteComponent(() => import("./contribution-page.tsx"), "ContributionPage"),
});

const move = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/money/$number/move",
  validateSearch: readMoveSearch,
  component: lazyRouteComponent(() => import("./move-page.tsx"), "MovePage"),
});

const tranche = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/money/$number/tranche",
  component: lazyRouteComponent(() => import("./plan-tranche-page.tsx"), "PlanTranchePage"),
});

const amend = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/money/$number/amend",
  component: lazyRouteComponent(() => import("./amend-amount-page.tsx"), "AmendAmountPage"),
});

export const moneyRoutes = [pledge, contribution, move, tranche, amend] as const;
