import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readJournalSearch } from "./address.ts";

const journal = createRoute({
  getParentRoute: () => root,
  path: "/journal",
  validateSearch: readJournalSearch,
  component: lazyRouteComponent(() => import("./journal-page.tsx"), "JournalPage"),
});

export const journalRoutes = [journal] as const;
