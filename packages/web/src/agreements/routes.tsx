import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readAgreementSearch, readEditSearch, readOpenSearch } from "./address.ts";
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

const open = createRoute({
  getParentRoute: () => root,
  path: "/agreements/new",
  validateSearch: readOpenSearch,
  component: lazyRouteComponent(() => import("./forms/open-page.tsx"), "OpenAgreementPage"),
});

const edit = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/edit",
  validateSearch: readEditSearch,
  component: lazyRouteComponent(() => import("./forms/edit-page.tsx"), "EditAgreementPage"),
});

const amend = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/amend",
  component: lazyRouteComponent(() => import("./forms/amend-page.tsx"), "AmendPage"),
});

export const agreementsRoutes = [agreements, open, agreement, edit, amend] as const;
