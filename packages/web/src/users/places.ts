import { queryOptions } from "@tanstack/react-query";
import { api, given } from "../api/client.ts";
import { territories as allTerritories } from "../api/read.ts";
import type { Space } from "../app/address.ts";

/** Nation, regions and provinces of a space, each region before its provinces: the places of a choice. */
export const territories = (space: Space) =>
  queryOptions({
    ...allTerritories(space),
    select: (found) =>
      found
        .filter(({ kind }) => kind === "nation" || kind === "region")
        .flatMap((top) => [
          top,
          ...(top.kind === "region" ? found.filter((one) => one.parentId === top.id) : []),
        ]),
  });

export const organisationsLike = (space: Space, text: string) =>
  queryOptions({
    queryKey: ["organisations-like", space, text],
    queryFn: () => given(api.GET("/api/v1/organisations", { params: { query: { space, text, limit: 20 } } })),
    placeholderData: (before) => before,
  });
