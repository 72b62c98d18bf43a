import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readPaperSearch, readPapersSearch, readPrepareSearch } from "./address.ts";

const papers = createRoute({
  getParentRoute: () => root,
  path: "/papers",
  validateSearch: readPapersSearch,
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
