import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readNewCallSearch } from "./address.ts";

const at = { getParentRoute: () => root } as const;

const list = createRoute({
  ...at,
  path: "/calls",
  component: lazyRouteComponent(() => import("./calls-page.tsx"), "CallsPage"),
});
const make = createRoute({
  ...at,
  path: "/calls/new",
  validateSearch: readNewCallSearch,
  component: lazyRouteComponent(() => import("./terms-page.tsx"), "NewCallPage"),
});
const one = createRoute({
  ...at,
  path: "/calls/$call",
  component: lazyRouteComponent(() => import("./call-page.tsx"), "CallPage"),
});
const edit = createRoute({
  ...at,
  path: "/calls/$call/edit",
  component: lazyRouteComponent(() => import("./terms-page.tsx"), "EditCallPage"),
});
const enter = createRoute({
  ...at,
  path: "/calls/$call/enter",
  component: lazyRouteComponent(() => import("./enter-page.tsx"), "EnterPage"),
});
const application = createRoute({
  ...at,
  path: "/calls/$call/applications/$application",
  component: lazyRouteComponent(() => import("./application-page.tsx"), "ApplicationPage"),
});
const scoring = createRoute({
  ...at,
  path: "/calls/$call/scoring",
  component: lazyRouteComponent(() => import("./scoring-page.tsx"), "ScoringPage"),
});
const ranking = createRoute({
  ...at,
  path: "/calls/$call/ranking",
  component: lazyRouteComponent(() => import("./ranking-page.tsx"), "RankingPage"),
});
const openList = createRoute({
  ...at,
  path: "/open-calls",
  component: lazyRouteComponent(() => import("./open-calls-page.tsx"), "OpenCallsPage"),
});
const openOne = createRoute({
  ...at,
  path: "/open-calls/$call",
  component: lazyRouteComponent(() => import("./open-call-page.tsx"), "OpenCallPage"),
});

export const callsRoutes = [
  list,
  make,
  one,
  edit,
  enter,
  application,
  scoring,
  ranking,
  openList,
  openOne,
] as const;
