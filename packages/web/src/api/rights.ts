// What the reader may do with one thing: a right may hold in one region and not in the next, so the thing is asked.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { may, me } from "./account.ts";
import { api, given } from "./client.ts";

export type Thing =
  | { readonly agreement: string }
  | { readonly call: string }
  | { readonly organisation: string }
  | { readonly event: string };

const ask = (thing: Thing) => {
  if ("agreement" in thing)
    return given(api.GET("/api/v1/agreements/{agreement}/rights", { params: { path: thing } }));
  if ("call" in thing) return given(api.GET("/api/v1/calls/{call}/rights", { params: { path: thing } }));
  if ("organisation" in thing)
    return given(api.GET("/api/v1/organisations/{organisation}/rights", { params: { path: thing } }));
  return given(api.GET("/api/v1/events/{event}/rights", { params: { path: thing } }));
};

const rightsAt = (thing: Thing) =>
  queryOptions({ queryKey: ["rights", thing], queryFn: () => ask(thing), staleTime: 60_000 });

export interface Rights {
  readonly may: (permission: string) => boolean;
  /** Until the thing has answered nothing is offered. */
  readonly isKnown: boolean;
}

/** What the reader may do with this thing. Who holds her roles everywhere is known already; of others the thing is asked. */
export function useRightsAt(thing: Thing): Rights {
  const who = useQuery(me()).data;
  const isPlaced = who?.roles.some((one) => one.organisation ?? one.territory ?? one.agreement) === true;
  const { data } = useQuery({ ...rightsAt(thing), enabled: isPlaced });
  if (!isPlaced) return { may: (permission) => may(who, permission), isKnown: who !== undefined };
  return {
    may: (permission) => data?.permissions.some((one) => one === "*" || one === permission) === true,
    isKnown: data !== undefined,
  };
}
