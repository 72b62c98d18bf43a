import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readPagedSearch } from "../app/address.ts";
import { root } from "../app/root.tsx";

const complaints = createRoute({
  getParentRoute: () => root,
  path: "/complaints",
  validateSearch: readPagedSearch,
  component: lazyRouteComponent(() => import("./complaints-page.tsx"), "ComplaintsPage"),
});

const complaint = createRoute({
  getParentRoute: () => root,
  path: "/complaints/$number",
  component: lazyRouteComponent(() => import("./complaint-page.tsx"), "ComplaintPage"),
});

const tell = createRoute({
  getParentRoute: () => root,
  path: "/tell",
  component: lazyRouteComponent(() => import("./tell-page.tsx"), "TellPage"),
});

export const complaintsRoutes = [complaints, complaint, tell] as const;
