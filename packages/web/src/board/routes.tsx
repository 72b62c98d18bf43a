import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readBoardSearch } from "./address.ts";

const board = createRoute({
  getParentRoute: () => root,
  path: "/agreements/board",
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import("./board-page.tsx"), "BoardPage"),
});

export const boardRoutes = [board] as const;
