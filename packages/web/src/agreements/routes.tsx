import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readAgreementSearch } from "./address.ts";
import { readListSearch } from "./list-address.ts";

const agreements = createRoute({
  getParentRoute: () => root,
  path: "/agreements",
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import("./list-page.tsx"), "ListPage"),
});

const agreement = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference",
  validateSearch: readAgreementSearch,
  component: lazyRouteComponent(() => import("./agreement-page.tsx"), "AgreementPage"),
});

export const agreementsRoutes = [agreements, agreement] as const;
