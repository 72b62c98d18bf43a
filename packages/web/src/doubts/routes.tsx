import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { only, readPagedSearch } from "../app/address.ts";
import { root } from "../app/root.tsx";

const doubts = createRoute({
  getParentRoute: () => root,
  path: "/doubts",
  validateSearch: (given: Record<string, unknown>) =>
    only({
      ...readPagedSearch(given),
      state: given.state === "settled" ? ("settled" as const) : undefined,
      open: typeof given.open === "string" ? given.open : undefined,
    }),
  component: lazyRouteComponent(() => import("./doubts-page.tsx"), "DoubtsPage"),
});

export const doubtsRoutes = [doubts] as const;
