import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readEventSearch, readEventsSearch } from "./address.ts";

const events = createRoute({
  getParentRoute: () => root,
  path: "/events",
  validateSearch: readEventsSearch,
  component: lazyRouteComponent(() => import("./events-page.tsx"), "EventsPage"),
});

const event = createRoute({
  getParentRoute: () => root,
  path: "/events/$reference",
  validateSearch: readEventSearch,
  component: lazyRouteComponent(() => import("./event-page.tsx"), "EventPage"),
});

const hold = createRoute({
  getParentRoute: () => root,
  path: "/events/new",
  component: lazyRouteComponent(() => import("./forms/hold-page.tsx"), "HoldEventPage"),
});

const edit = createRoute({
  getParentRoute: () => root,
  path: "/events/$reference/edit",
  component: lazyRouteComponent(() => import("./forms/edit-page.tsx"), "EditEventPage"),
});

export const eventsRoutes = [events, event, hold, edit] as const;
