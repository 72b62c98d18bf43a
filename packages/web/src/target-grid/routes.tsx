import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readSplitSearch } from "./address.ts";

const split = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/commitments/$number/split",
  validateSearch: readSplitSearch,
  component: lazyRouteComponent(() => import("./split-page.tsx"), "SplitPage"),
});

export const targetGridRoutes = [split] as const;
