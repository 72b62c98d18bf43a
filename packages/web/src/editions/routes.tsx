import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const editions = createRoute({
  getParentRoute: () => root,
  path: "/editions",
  component: lazyRouteComponent(() => import("./editions-page.tsx"), "EditionsPage"),
});

export const editionsRoutes = [editions] as const;
