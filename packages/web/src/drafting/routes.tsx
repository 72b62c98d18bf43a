import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readSharedSearch } from "../app/address.ts";
import { root } from "../app/root.tsx";
import { readDraftSearch } from "./address.ts";

const draft = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/draft",
  validateSearch: readDraftSearch,
  component: lazyRouteComponent(() => import("./draft-page.tsx"), "DraftPage"),
});

const templates = createRoute({
  getParentRoute: () => root,
  path: "/templates",
  validateSearch: readSharedSearch,
  component: lazyRouteComponent(() => import("./templates-page.tsx"), "TemplatesPage"),
});

export const draftingRoutes = [draft, templates] as const;
