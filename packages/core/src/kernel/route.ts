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
      /**
       * Anybody may call it, without an account, a few times in a while: it runs with the right to this act and no
       * other, even for somebody who is signed in, so that nobody stands behind what was told.
       */
      readonly open?: true;
      /** Bytes that a body may have, where a file comes along in it. */
      readonly largestBody?: number;
    };

/** Declares a folder's routes, under `/api/v1`. */
export function defineRoutes(routes: readonly Route[]): readonly Route[] {
  return routes;
}
