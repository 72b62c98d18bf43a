// Dated exchange rates, and money of several currencies read in one of them.
import { queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";
import type { When } from "./read.ts";

export type Rate = Got<"/api/v1/rates">["rates"][number];
export type InOneCurrency = Got<"/api/v1/agreements/{agreement}/money-in-one-currency">;
export type ReadStep = InOneCurrency["steps"][number];
export type ReadAmount = ReadStep["amounts"][number];

interface Page {
  readonly limit: number;
  readonly offset: number;
}

export const rates = (space: Space, page: Page) =>
  queryOptions({
    queryKey: ["rates", space, page],
    queryFn: () => given(api.GET("/api/v1/rates", { params: { query: { space, ...page } } })),
    placeholderData: (before) => before,
  });

export const recordRate = (body: Sent<"/api/v1/rates">) => given(api.POST("/api/v1/rates", { body }));
export const correctRate = (body: Sent<"/api/v1/rates/correct">) =>
  given(api.POST("/api/v1/rates/correct", { body }));
export const withdrawRate = (body: Sent<"/api/v1/rates/withdraw">) =>
  given(api.POST("/api/v1/rates/withdraw", { body }));

/** Whose money is read. */
export type MoneyOf = { readonly agreement: string } | { readonly funder: string };

export const inOneCurrency = (of: MoneyOf, to: string | undefined, when: When) =>
  queryOptions({
    queryKey: ["money", "in one currency", of, to, when],
    queryFn: () => {
      const query = { ...when, ...(to && { to }) };
      return "agreement" in of
        ? given(
            api.GET("/api/v1/agreements/{agreement}/money-in-one-currency", { params: { path: of, query } }),
          )
        : given(api.GET("/api/v1/funders/{funder}/in-one-currency", { params: { path: of, query } }));
    },
    placeholderData: (before) => before,
  });
