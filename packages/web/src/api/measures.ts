// Measures for employment and their dated terms.
import { queryOptions } from "@tanstack/react-query";
import type { Got } from "./answers.ts";
import { api, given } from "./client.ts";

export type Measure = Got<"/api/v1/measures">[number];
export type Term = Measure["settings"][number];

/** Every measure with all its terms: those that hold, that held and that will. */
export const measures = () =>
  queryOptions({ queryKey: ["measures"], queryFn: () => given(api.GET("/api/v1/measures")) });

/** The contract types, which the terms of a measure name. */
export const contractTypes = () =>
  queryOptions({
    queryKey: ["classification", "contract_types"],
    queryFn: () =>
      given(api.GET("/api/v1/classifications/{scheme}", { params: { path: { scheme: "contract_types" } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
