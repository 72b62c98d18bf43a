import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readDraftSearch } from "./address.ts";

const draft = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/draft",
  validateSearch: readDraftSearch,
  component: lazyRouteComponent(() => import("./draft-page.tsx"), "DraftPage"),
});

export const draftingRoutes = [draft] as const;
