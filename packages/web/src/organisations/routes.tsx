import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const register = createRoute({
  getParentRoute: () => root,
  path: "/organisations/new",
  component: lazyRouteComponent(() => import("./register-page.tsx"), "RegisterOrganisationPage"),
});

const edit = createRoute({
  getParentRoute: () => root,
  path: "/organisations/$reference/edit",
  component: lazyRouteComponent(() => import("./edit-page.tsx"), "EditOrganisationPage"),
});

export const organisationsRoutes = [register, edit] as const;
