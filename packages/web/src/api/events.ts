import { queryOptions } from "@tanstack/react-query";
import { api, given } from "./client.ts";
import type { paths } from "./schema.gen.d.ts";

type Listing = paths["/api/v1/events"]["get"];
export type EventList = Listing["responses"][200]["content"]["application/json"];
export type ListedEvent = EventList["events"][number];
export type EventsQuery = NonNullable<Listing["parameters"]["query"]>;

export const events = (query: EventsQuery) =>
  queryOptions({
    queryKey: ["events", "list", query],
    queryFn: () => given(api.GET("/api/v1/events", { params: { query } })),
    placeholderData: (before) => before,
  });

export const event = (reference: string) =>
  queryOptions({
    queryKey: ["event", reference],
    queryFn: () => given(api.GET("/api/v1/events/{event}", { params: { path: { event: reference } } })),
  });
