import { defineRoutes } from "../kernel/index.ts";
import { readSettings, setSettings } from "./settings.ts";
import { listReminderTerms, setReminderTerm } from "./terms.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/account/reminders",
    query: readSettings,
    summary: "When one wants to be reminded",
  },
  {
    method: "POST",
    path: "/account/reminders",
    act: setSettings,
    summary: "Say when one wants to be reminded",
  },
  {
    method: "GET",
    path: "/reminder-terms",
    query: listReminderTerms,
    summary: "After how many days somebody is reminded again, and her director too",
  },
  {
    method: "POST",
    path: "/reminder-terms",
    act: setReminderTerm,
    summary: "Set after how many days, from a day on",
  },
]);
