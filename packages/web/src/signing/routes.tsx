import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { only, readSharedSearch, textOf } from "../app/address.ts";
import { root } from "../app/root.tsx";

const record = createRoute({
  getParentRoute: () => root,
  path: "/sittings/new",
  validateSearch: (given: Record<string, unknown>) => ({
    ...readSharedSearch(given),
    ...only({ agreement: textOf(given.agreement) }),
  }),
  component: lazyRouteComponent(() => import("./record-sitting-page.tsx"), "RecordSittingPage"),
});

const sitting = createRoute({
  getParentRoute: () => root,
  path: "/sittings/$sitting",
  component: lazyRouteComponent(() => import("./sitting-page.tsx"), "SittingPage"),
});

export const signingRoutes = [record, sitting] as const;
