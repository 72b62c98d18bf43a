import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readNotCountedSearch, readRecordSearch, readWaitingSearch } from "./address.ts";

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

const declarations = createRoute({
  getParentRoute: () => root,
  path: "/results/declarations",
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => import("./declarations-page.tsx"), "DeclarationsPage"),
});

const notCounted = createRoute({
  getParentRoute: () => root,
  path: "/results/not-counted",
  validateSearch: readNotCountedSearch,
  component: lazyRouteComponent(() => import("./not-counted-page.tsx"), "NotCountedPage"),
});

const samePersons = createRoute({
  getParentRoute: () => root,
  path: "/results/same-persons",
  component: lazyRouteComponent(() => import("./same-persons-page.tsx"), "SamePersonsPage"),
});

export const resultsRoutes = [
  ...[record, waiting, returned, result, sheet, declarations, notCounted, samePersons],
] as const;
