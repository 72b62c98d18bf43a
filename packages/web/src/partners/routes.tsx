import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readPartnerSearch, readPartnersSearch } from "./address.ts";

const partners = createRoute({
  getParentRoute: () => root,
  path: "/partners",
  validateSearch: readPartnersSearch,
  component: lazyRouteComponent(() => import("./partners-page.tsx"), "PartnersPage"),
});

const partner = createRoute({
  getParentRoute: () => root,
  path: "/partners/$reference",
  validateSearch: readPartnerSearch,
  component: lazyRouteComponent(() => import("./partner-page.tsx"), "PartnerPage"),
});

export const partnersRoutes = [partners, partner] as const;
