import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readRecordSearch, readWaitingSearch } from "./address.ts";

const record = createRoute({
  getParentRoute: () => root,
  path: "/results/record",
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => import("./record-page.tsx"), "RecordPage"),
});

const waiting = createRoute({
  getParentRoute: () => root,
  path: "/results/waiting",
  validateSearch: readWaitingSearch,
  component: lazyRouteComponent(() => import("./waiting-page.tsx"), "WaitingPage"),
});

const returned = createRoute({
  getParentRoute: () => root,
  path: "/results/returned",
  component: lazyRouteComponent(() => import("./returned-page.tsx"), "ReturnedPage"),
});

const result = createRoute({
  getParentRoute: () => root,
  path: "/results/fact/$fact",
  component: lazyRouteComponent(() => import("./result-page.tsx"), "ResultPage"),
});

const sheet = createRoute({
  getParentRoute: () => root,
  path: "/results/import",
  component: lazyRouteComponent(() => import("./sheet/send-page.tsx"), "SendPage"),
});

export const resultsRoutes = [record, waiting, returned, result, sheet] as const;
