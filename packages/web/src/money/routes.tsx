import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const pledge = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/money/new",
  component: lazyRouteComponent(() => import("./pledge-page.tsx"), "PledgePage"),
});

const amend = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/money/$number/amend",
  component: lazyRouteComponent(() => import("./amend-amount-page.tsx"), "AmendAmountPage"),
});

export const moneyRoutes = [pledge, amend] as const;
