import { queryOptions } from "@tanstack/react-query";
import { api, given } from "../api/client.ts";
import type { Space } from "../app/address.ts";

/** Nation, regions and provinces of a space, each region before its provinces. */
export const territories = (space: Space) =>
  queryOptions({
    queryKey: ["territories", space],
    queryFn: async () => {
      const found = await given(
        api.GET("/api/v1/territories", { params: { query: { space, depth: "province" } } }),
      );
      const tops = found.filter(({ kind }) => kind === "nation" || kind === "region");
      return tops.flatMap((top) => [
        top,
        ...(top.kind === "region" ? found.filter((one) => one.parentId === top.id) : []),
      ]);
    },
    staleTime: 300_000,
  });

export const organisationsLike = (space: Space, text: string) =>
  queryOptions({
    queryKey: ["organisations-like", space, text],
    queryFn: () => given(api.GET("/api/v1/organisations", { params: { query: { space, text, limit: 20 } } })),
    placeholderData: (before) => before,
  });
