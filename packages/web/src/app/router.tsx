// The screens of every area; each has its addresses in its own routes.tsx, and is loaded when it is opened.
import { createRouter } from "@tanstack/react-router";
import { accountRoutes } from "../account/routes.tsx";
import { agreementsRoutes } from "../agreements/routes.tsx";
import { alarmsRoutes } from "../alarms/routes.tsx";
import { boardRoutes } from "../board/routes.tsx";
import { callsRoutes } from "../calls/routes.tsx";
import { closureRoutes } from "../closure/routes.tsx";
import { commitmentsRoutes } from "../commitments/routes.tsx";
import { committeesRoutes } from "../committees/routes.tsx";
import { complaintsRoutes } from "../complaints/routes.tsx";
import { diagnosisRoutes } from "../diagnosis/routes.tsx";
import { doubtsRoutes } from "../doubts/routes.tsx";
import { draftingRoutes } from "../drafting/routes.tsx";
import { editionsRoutes } from "../editions/routes.tsx";
import { eventsRoutes } from "../events/routes.tsx";
import { fundersRoutes } from "../funders/routes.tsx";
import { indicatorsRoutes } from "../indicators/routes.tsx";
import { intakeRoutes } from "../intake/routes.tsx";
import { journalRoutes } from "../journal/routes.tsx";
import { labourRoutes } from "../labour/routes.tsx";
import { measuresRoutes } from "../measures/routes.tsx";
import { moneyRoutes } from "../money/routes.tsx";
import { organisationsRoutes } from "../organisations/routes.tsx";
import { papersRoutes } from "../papers/routes.tsx";
import { partnerRoutes } from "../partner/routes.tsx";
import { partnersRoutes } from "../partners/routes.tsx";
import { peopleRoutes } from "../people/routes.tsx";
import { promiseBarRoutes } from "../promise-bar/routes.tsx";
import { ratesRoutes } from "../rates/routes.tsx";
import { reportsRoutes } from "../reports/routes.tsx";
import { resultsRoutes } from "../results/routes.tsx";
import { sheetRoutes } from "../sheet/routes.tsx";
import { signingRoutes } from "../signing/routes.tsx";
import { standingsRoutes } from "../standings/routes.tsx";
import { targetGridRoutes } from "../target-grid/routes.tsx";
import { territoryRoutes } from "../territory/routes.tsx";
import { translationsRoutes } from "../translations/routes.tsx";
import { usersRoutes } from "../users/routes.tsx";
import { workRoutes } from "../work/routes.tsx";
import { Failure } from "./failure.tsx";
import { root } from "./root.tsx";

const tree = root.addChildren([
  ...accountRoutes,
  ...agreementsRoutes,
  ...boardRoutes,
  ...callsRoutes,
  ...commitmentsRoutes,
  ...committeesRoutes,
  ...complaintsRoutes,
  ...alarmsRoutes,
  ...closureRoutes,
  ...diagnosisRoutes,
  ...draftingRoutes,
  ...doubtsRoutes,
  ...editionsRoutes,
  ...eventsRoutes,
  ...fundersRoutes,
  ...indicatorsRoutes,
  ...intakeRoutes,
  ...journalRoutes,
  ...labourRoutes,
  ...measuresRoutes,
  ...moneyRoutes,
  ...organisationsRoutes,
  ...papersRoutes,
  ...partnerRoutes,
  ...partnersRoutes,
  ...peopleRoutes,
  ...promiseBarRoutes,
  ...ratesRoutes,
  ...reportsRoutes,
  ...resultsRoutes,
  ...sheetRoutes,
  ...signingRoutes,
  ...standingsRoutes,
  ...targetGridRoutes,
  ...territoryRoutes,
  ...translationsRoutes,
  ...usersRoutes,
  ...workRoutes,
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: "intent",
  scrollRestoration: true,
  // what fails on a screen is told in its frame, beside the ways to the others
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} reset={reset} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
