// What holds every screen: its frame, and the part of the address that all share.
import { createRootRoute, retainSearchParams } from "@tanstack/react-router";
import { readSharedSearch, type SharedSearch } from "./address.ts";
import { FrameFailed } from "./frame-failed.tsx";
import { NotFound } from "./not-found.tsx";
import { Shell } from "./shell.tsx";

export const root = createRootRoute({
  validateSearch: (given: Record<string, unknown>): SharedSearch => readSharedSearch(given),
  search: { middlewares: [retainSearchParams(["space", "lang"])] },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: FrameFailed,
});
