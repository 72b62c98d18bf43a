// Every screen and its address. A screen is loaded when it is opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { readSignInSearch } from "../account/address.ts";
import { readAgreementSearch, readEditSearch } from "../agreements/address.ts";
import { readListSearch } from "../agreements/list-address.ts";
import { readBoardSearch } from "../board/address.ts";
import { readIntakesSearch } from "../intake/open/address.ts";
import { readJournalSearch } from "../journal/address.ts";
import { readSheetSearch } from "../sheet/address.ts";
import { readStandingsSearch } from "../standings/address.ts";
import { readSplitSearch } from "../target-grid/address.ts";
import { only, readSharedSearch, type SharedSearch } from "./address.ts";
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

const openAgreement = createRoute({
  getParentRoute: () => root,
  path: "/agreements/new",
  component: lazyRouteComponent(() => import("../agreements/forms/open-page.tsx"), "OpenAgreementPage"),
});

const editAgreement = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/edit",
  validateSearch: readEditSearch,
  component: lazyRouteComponent(() => import("../agreements/forms/edit-page.tsx"), "EditAgreementPage"),
});

const amend = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/amend",
  component: lazyRouteComponent(() => import("../agreements/forms/amend-page.tsx"), "AmendPage"),
});

const newPromise = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/commitments/new",
  component: lazyRouteComponent(() => import("../commitments/promise-page.tsx"), "PromisePage"),
});

const commitment = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/commitments/$number",
  component: lazyRouteComponent(() => import("../commitments/commitment-page.tsx"), "CommitmentPage"),
});

const amendTarget = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/commitments/$number/amend",
  component: lazyRouteComponent(() => import("../commitments/amend-target-page.tsx"), "AmendTargetPage"),
});

const splitTarget = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/commitments/$number/split",
  validateSearch: readSplitSearch,
  component: lazyRouteComponent(() => import("../target-grid/split-page.tsx"), "SplitPage"),
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

/** A list of which the address says the page. */
const readPagedSearch = (given: Record<string, unknown>) =>
  only({
    ...readSharedSearch(given),
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });

const lookUp = createRoute({
  getParentRoute: () => root,
  path: "/people",
  component: lazyRouteComponent(() => import("../people/look-up-page.tsx"), "LookUpPage"),
});

const requests = createRoute({
  getParentRoute: () => root,
  path: "/people/requests",
  validateSearch: readPagedSearch,
  component: lazyRouteComponent(() => import("../people/requests-page.tsx"), "RequestsPage"),
});

const request = createRoute({
  getParentRoute: () => root,
  path: "/people/requests/$number",
  component: lazyRouteComponent(() => import("../people/request-page.tsx"), "RequestPage"),
});

const due = createRoute({
  getParentRoute: () => root,
  path: "/people/due",
  component: lazyRouteComponent(() => import("../people/due-page.tsx"), "DuePage"),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/people/register",
  component: lazyRouteComponent(() => import("../people/register-page.tsx"), "RegisterPage"),
});

const unmaskings = createRoute({
  getParentRoute: () => root,
  path: "/people/unmaskings",
  component: lazyRouteComponent(() => import("../people/unmaskings-page.tsx"), "UnmaskingsPage"),
});

const journal = createRoute({
  getParentRoute: () => root,
  path: "/journal",
  validateSearch: readJournalSearch,
  component: lazyRouteComponent(() => import("../journal/journal-page.tsx"), "JournalPage"),
});

const complaints = createRoute({
  getParentRoute: () => root,
  path: "/complaints",
  validateSearch: readPagedSearch,
  component: lazyRouteComponent(() => import("../complaints/complaints-page.tsx"), "ComplaintsPage"),
});

const complaint = createRoute({
  getParentRoute: () => root,
  path: "/complaints/$number",
  component: lazyRouteComponent(() => import("../complaints/complaint-page.tsx"), "ComplaintPage"),
});

const tell = createRoute({
  getParentRoute: () => root,
  path: "/tell",
  component: lazyRouteComponent(() => import("../complaints/tell-page.tsx"), "TellPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import("../account/sign-in-page.tsx"), "SignInPage"),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  component: lazyRouteComponent(() => import("../account/forgot-page.tsx"), "ForgotPage"),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: "/set-password",
  component: lazyRouteComponent(() => import("../account/set-password-page.tsx"), "SetPasswordPage"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("../account/account-page.tsx"), "AccountPage"),
});

const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  component: lazyRouteComponent(() => import("../users/users-page.tsx"), "UsersPage"),
});

const keys = createRoute({
  getParentRoute: () => root,
  path: "/api-keys",
  component: lazyRouteComponent(() => import("../users/keys-page.tsx"), "KeysPage"),
});

const open = createRoute({
  getParentRoute: () => root,
  path: "/open",
  component: lazyRouteComponent(() => import("../partner/open-page.tsx"), "OpenPage"),
});

const intakes = createRoute({
  getParentRoute: () => root,
  path: "/intake",
  validateSearch: readIntakesSearch,
  component: lazyRouteComponent(() => import("../intake/open/list-page.tsx"), "IntakesPage"),
});

const intake = createRoute({
  getParentRoute: () => root,
  path: "/intake/$intake",
  component: lazyRouteComponent(() => import("../intake/review/review-page.tsx"), "ReviewPage"),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: "/promise-bar",
  component: lazyRouteComponent(() => import("../promise-bar/gallery-page.tsx"), "GalleryPage"),
});

const tree = root.addChildren([
  ...[home, agreements, board, agreement, sheet, standings, indicators, gallery],
  ...[openAgreement, editAgreement, amend, newPromise, commitment, amendTarget, splitTarget],
  ...[intakes, intake],
  ...[lookUp, requests, request, due, register, unmaskings],
  ...[journal, complaints, complaint, tell],
  ...[signIn, forgot, setPassword, account, users, keys, open],
]);

export const router = createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
