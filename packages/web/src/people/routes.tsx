import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readPagedSearch } from "../app/address.ts";
import { root } from "../app/root.tsx";

const lookUp = createRoute({
  getParentRoute: () => root,
  path: "/people",
  component: lazyRouteComponent(() => import("./look-up-page.tsx"), "LookUpPage"),
});

const requests = createRoute({
  getParentRoute: () => root,
  path: "/people/requests",
  validateSearch: readPagedSearch,
  component: lazyRouteComponent(() => import("./requests-page.tsx"), "RequestsPage"),
});

const request = createRoute({
  getParentRoute: () => root,
  path: "/people/requests/$number",
  component: lazyRouteComponent(() => import("./request-page.tsx"), "RequestPage"),
});

const due = createRoute({
  getParentRoute: () => root,
  path: "/people/due",
  component: lazyRouteComponent(() => import("./due-page.tsx"), "DuePage"),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/people/register",
  component: lazyRouteComponent(() => import("./register-page.tsx"), "RegisterPage"),
});

const newProcessing = createRoute({
  getParentRoute: () => root,
  path: "/people/register/new",
  component: lazyRouteComponent(() => import("./new-processing-page.tsx"), "NewProcessingPage"),
});

const deadlines = createRoute({
  getParentRoute: () => root,
  path: "/people/deadlines",
  component: lazyRouteComponent(() => import("./deadlines-page.tsx"), "DeadlinesPage"),
});

const processing = createRoute({
  getParentRoute: () => root,
  path: "/people/register/$processing",
  component: lazyRouteComponent(() => import("./processing-page.tsx"), "ProcessingPage"),
});

const unmaskings = createRoute({
  getParentRoute: () => root,
  path: "/people/unmaskings",
  component: lazyRouteComponent(() => import("./unmaskings-page.tsx"), "UnmaskingsPage"),
});

export const peopleRoutes = [
  ...[lookUp, requests, request, deadlines, due],
  ...[register, newProcessing, processing, unmaskings],
] as const;
