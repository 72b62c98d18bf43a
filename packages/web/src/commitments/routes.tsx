import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";

const promise = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/commitments/new",
  component: lazyRouteComponent(() => import("./promise-page.tsx"), "PromisePage"),
});

const commitment = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/commitments/$number",
  component: lazyRouteComponent(() => import("./commitment-page.tsx"), "CommitmentPage"),
});

const amendTarget = createRoute({
  getParentRoute: () => root,
  path: "/agreements/$reference/commitments/$number/amend",
  component: lazyRouteComponent(() => import("./amend-target-page.tsx"), "AmendTargetPage"),
});

export const commitmentsRoutes = [promise, commitment, amendTarget] as const;
