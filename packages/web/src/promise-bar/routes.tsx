import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const gallery = createRoute({
  getParentRoute: () => root,
  path: "/promise-bar",
  component: lazyRouteComponent(() => import("./gallery-page.tsx"), "GalleryPage"),
});

export const promiseBarRoutes = [gallery] as const;
