import { QueryClient } from "@tanstack/react-query";
import { Refused } from "./refused.ts";

/** What was read stays fresh for half a minute; a refusal is not asked again, a server that is away is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Refused && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
});
