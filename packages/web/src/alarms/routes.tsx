import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readAlarmsSearch } from "./address.ts";

const alarms = createRoute({
  getParentRoute: () => root,
  path: "/alarms",
  validateSearch: readAlarmsSearch,
  component: lazyRouteComponent(() => import("./alarms-page.tsx"), "AlarmsPage"),
});

export const alarmsRoutes = [alarms] as const;
