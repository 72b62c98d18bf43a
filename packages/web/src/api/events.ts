import { queryOptions } from "@tanstack/react-query";
import type { Locale } from "../language/locale.ts";
import type { Got, Query } from "./answers.ts";
import { api, given } from "./client.ts";

export type EventList = Got<"/api/v1/events">;
export type ListedEvent = EventList["events"][number];
export type EventsQuery = Query<"/api/v1/events">;

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

export const calendarOf = (event: string, lang: Locale) =>
  given(api.GET("/api/v1/events/{event}/calendar", { params: { path: { event }, query: { lang } } }));
