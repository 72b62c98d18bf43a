import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { only, readSharedSearch, textOf } from "../app/address.ts";
import { root } from "../app/root.tsx";

const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  component: lazyRouteComponent(() => import("./users-page.tsx"), "UsersPage"),
});

const seen = createRoute({
  getParentRoute: () => root,
  path: "/users/$user",
  validateSearch: (given: Record<string, unknown>) =>
    only({ ...readSharedSearch(given), grant: textOf(given.grant) }),
  component: lazyRouteComponent(() => import("./seen-page.tsx"), "SeenPage"),
});

const roles = createRoute({
  getParentRoute: () => root,
  path: "/roles",
  component: lazyRouteComponent(() => import("./roles-page.tsx"), "RolesPage"),
});

const keys = createRoute({
  getParentRoute: () => root,
  path: "/api-keys",
  component: lazyRouteComponent(() => import("./keys-page.tsx"), "KeysPage"),
});

export const usersRoutes = [users, seen, roles, keys] as const;
