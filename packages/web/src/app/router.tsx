// Every screen and its address. A screen is loaded when it is opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { readAgreementSearch } from "../agreements/address.ts";
import { readListSearch } from "../agreements/list-address.ts";
import { readBoardSearch } from "../board/address.ts";
import { readSheetSearch } from "../sheet/address.ts";
import { readStandingsSearch } from "../standings/address.ts";
import { readSharedSearch, type SharedSearch } from "./address.ts";
import { Failure } from "./failure.tsx";
import { NotFound } from "./not-found.tsx";
import { Shell } from "./shell.tsx";

const root = createRootRoute({
  validateSearch: (given: Record<string, unknown>): SharedSearch => readSharedSearch(given),
  search: { middlewares: [retainSearchParams(["space", "lang"])] },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <Failure error={error} reset={reset} />,
});

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/agreements", replace: true });
  },
});

const agreements = createRoute({
  getParentRoute: () => root,
  path: "/agreements",
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import("../agreements/list-page.tsx"), "ListPage"),
});

const board = createRoute({
  getParentRoute: () => root,
  path: "/agreements/board",
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import("../board/board-page.tsx"), "BoardPage"),
});

const agreement = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference",
  validateSearch: readAgreementSearch,
  component: lazyRouteComponent(() => import("../agreements/agreement-page.tsx"), "AgreementPage"),
});

const sheet = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/sheet",
  validateSearch: readSheetSearch,
  component: lazyRouteComponent(() => import("../sheet/sheet-page.tsx"), "SheetPage"),
});

const standings = createRoute({
  getParentRoute: () => root,
  path: "/standings",
  validateSearch: readStandingsSearch,
  component: lazyRouteComponent(() => import("../standings/standings-page.tsx"), "StandingsPage"),
});

const indicators = createRoute({
  getParentRoute: () => root,
  path: "/indicators",
  component: lazyRouteComponent(() => import("../indicators/indicators-page.tsx"), "IndicatorsPage"),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: "/promise-bar",
  component: lazyRouteComponent(() => import("../promise-bar/gallery-page.tsx"), "GalleryPage"),
});

const tree = root.addChildren([home, agreements, board, agreement, sheet, standings, indicators, gallery]);

export const router = createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
