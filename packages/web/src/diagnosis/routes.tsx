import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readBeginSearch, readDiagnosesSearch } from "./address.ts";

const diagnoses = createRoute({
  getParentRoute: () => root,
  path: "/diagnoses",
  validateSearch: readDiagnosesSearch,
  component: lazyRouteComponent(() => import("./diagnoses-page.tsx"), "DiagnosesPage"),
});

const begin = createRoute({
  getParentRoute: () => root,
  path: "/diagnoses/new",
  validateSearch: readBeginSearch,
  component: lazyRouteComponent(() => import("./begin-page.tsx"), "BeginDiagnosisPage"),
});

const diagnosis = createRoute({
  getParentRoute: () => root,
  path: "/diagnoses/$reference",
  component: lazyRouteComponent(() => import("./diagnosis-page.tsx"), "DiagnosisPage"),
});

const edit = createRoute({
  getParentRoute: () => root,
  path: "/diagnoses/$reference/edit",
  component: lazyRouteComponent(() => import("./revise-page.tsx"), "ReviseDiagnosisPage"),
});

const answers = createRoute({
  getParentRoute: () => root,
  path: "/diagnoses/$reference/answers",
  component: lazyRouteComponent(() => import("./answers-page.tsx"), "AnswersPage"),
});

export const diagnosisRoutes = [diagnoses, begin, diagnosis, edit, answers] as const;
