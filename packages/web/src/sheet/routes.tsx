import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readSheetSearch } from "./address.ts";

const sheet = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/sheet",
  validateSearch: readSheetSearch,
  component: lazyRouteComponent(() => import("./sheet-page.tsx"), "SheetPage"),
});

export const sheetRoutes = [sheet] as const;
