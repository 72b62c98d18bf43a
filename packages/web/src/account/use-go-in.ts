import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { me } from "../api/account.ts";

/** Everything that was read before was read by somebody else. */
export function useGoIn() {
  const { history } = useRouter();
  const client = useQueryClient();
  const { returnTo } = useSearch({ strict: false }) as { returnTo?: string };
  return async (place = "/agreements") => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "words" && queryKey[0] !== "me" });
    await client.refetchQueries(me());
    history.replace(returnTo ?? place);
  };
}
