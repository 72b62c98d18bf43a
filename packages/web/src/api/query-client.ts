import { QueryCache, QueryClient } from "@tanstack/react-query";
import { Refused } from "./refused.ts";

/**
 * What was read stays fresh for half a minute; a refusal is not asked again, a server that is away is, twice. A browser
 * that sees no internet asks all the same: the server may stand on this very machine, or in the house.
 */
export const queryClient = new QueryClient({
  // A session that ended meanwhile: whoever asks again who she is is led to the door.
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error instanceof Refused && error.status === 401 && query.queryKey[0] !== "me") {
        void queryClient.invalidateQueries({ queryKey: ["me"] });
      }
    },
  }),
  defaultOptions: {
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Refused && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
});
