import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const meeting = createRoute({
  getParentRoute: () => root,
  path: "/meetings/$reference",
  component: lazyRouteComponent(() => import("./meeting-page.tsx"), "MeetingPage"),
});

export const committeesRoutes = [meeting] as const;
