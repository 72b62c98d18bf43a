import type { Act } from "./act.ts";
import type { Query } from "./query.ts";

/** One address of the API, as plain data in a folder's routes.ts. Path parameters are written `:name`. */
export type Route =
  | { readonly method: "GET"; readonly path: string; readonly query: Query; readonly summary: string }
  | {
      readonly method: "POST" | "PUT" | "DELETE";
      readonly path: string;
      readonly act: Act;
      readonly summary: string;
      /** Bytes of the largest body; by default what the server takes everywhere. */
      readonly bodyLimit?: number;
    };

/** Declares a folder's routes, under `/api/v1`. */
export function defineRoutes(routes: readonly Route[]): readonly Route[] {
  return routes;
}
