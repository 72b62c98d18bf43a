// What waits, over all agreements that the reader may see.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Query, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type Alarm = Got<"/api/v1/alarms">["alarms"][number];
export type AlarmKind = Alarm["kind"];
export type AlarmsQuery = Query<"/api/v1/alarms">;

export const alarms = (query: AlarmsQuery) =>
  queryOptions({
    queryKey: ["alarms", query],
    queryFn: () => given(api.GET("/api/v1/alarms", { params: { query } })),
    placeholderData: (before) => before,
  });

export const alarmTerms = () =>
  queryOptions({ queryKey: ["alarm-terms"], queryFn: () => given(api.GET("/api/v1/alarm-terms")) });
export const setAlarmTerm = (body: Sent<"/api/v1/alarm-terms">) =>
  given(api.POST("/api/v1/alarm-terms", { body }));

export const reminderTerms = () =>
  queryOptions({ queryKey: ["reminder-terms"], queryFn: () => given(api.GET("/api/v1/reminder-terms")) });
export const setReminderTerm = (body: Sent<"/api/v1/reminder-terms">) =>
  given(api.POST("/api/v1/reminder-terms", { body }));
