import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readPagedSearch } from "../app/address.ts";
import { root } from "../app/root.tsx";
import { readPaperSearch, readPrepareSearch } from "./address.ts";

const papers = createRoute({
  getParentRoute: () => root,
  path: "/papers",
  validateSearch: readPagedSearch,
  component: lazyRouteComponent(() => import("./papers-page.tsx"), "PapersPage"),
});

const prepare = createRoute({
  getParentRoute: () => root,
  path: "/papers/new",
  validateSearch: readPrepareSearch,
  component: lazyRouteComponent(() => import("./prepare-page.tsx"), "PreparePaperPage"),
});

const paper = createRoute({
  getParentRoute: () => root,
  path: "/papers/$number",
  validateSearch: readPaperSearch,
  component: lazyRouteComponent(() => import("./paper-page.tsx"), "PaperPage"),
});

export const papersRoutes = [papers, prepare, paper] as const;
