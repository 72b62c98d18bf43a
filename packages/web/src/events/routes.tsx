import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readEventSearch, readEventsSearch } from "./address.ts";

export const eventsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: "/events",
    validateSearch: readEventsSearch,
    component: lazyRouteComponent(() => import("./events-page.tsx"), "EventsPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/events/$reference",
    validateSearch: readEventSearch,
    component: lazyRouteComponent(() => import("./event-page.tsx"), "EventPage"),
  }),
] as const;
