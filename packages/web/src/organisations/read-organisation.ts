import { queryOptions } from "@tanstack/react-query";
import { api, given } from "../api/client.ts";

const read = (organisation: string) =>
  given(api.GET("/api/v1/organisations/{organisation}", { params: { path: { organisation } } }));
export type Organisation = Awaited<ReturnType<typeof read>>;

export const organisationQuery = (reference: string) =>
  queryOptions({ queryKey: ["organisation", reference], queryFn: () => read(reference) });

export const focalPointsOf = (organisation: string) =>
  queryOptions({
    queryKey: ["focal points", organisation],
    queryFn: () =>
      given(
        api.GET("/api/v1/organisations/{organisation}/focal-points", { params: { path: { organisation } } }),
      ),
  });
