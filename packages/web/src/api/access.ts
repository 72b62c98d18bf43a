// What a role or an account shows, and every role with its rights.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Got } from "./answers.ts";
import { api, given } from "./client.ts";

export type Seen = Got<"/api/v1/access/of">;
export type SeenGrant = Seen["grants"][number];
export type RoleRights = Got<"/api/v1/access/roles">[number];

/** An account, roles as they are written (`R7@territory=03`), or both: what the account would see with them too. */
export interface AskedAbout {
  readonly user?: string | undefined;
  readonly grants: readonly string[];
}

export const whatIsSeen = ({ user, grants }: AskedAbout) =>
  queryOptions({
    queryKey: ["users", "seen", user, grants],
    queryFn: () =>
      given(
        api.GET("/api/v1/access/of", { params: { query: { ...(user && { user }), grants: [...grants] } } }),
      ),
    placeholderData: keepPreviousData,
  });

export const rolesAndRights = () =>
  queryOptions({ queryKey: ["roles"], queryFn: () => given(api.GET("/api/v1/access/roles")) });
