import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const ownReports = createRoute({
  getParentRoute: () => root,
  path: "/own-reports",
  component: lazyRouteComponent(() => import("./own-reports-page.tsx"), "OwnReportsPage"),
});

const ownReport = createRoute({
  getParentRoute: () => root,
  path: "/own-reports/$report",
  component: lazyRouteComponent(() => import("./own-report-page.tsx"), "OwnReportPage"),
});

export const reportsRoutes = [ownReports, ownReport] as const;
