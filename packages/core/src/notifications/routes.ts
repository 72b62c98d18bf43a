import { defineRoutes } from "../kernel/index.ts";
import { readSettings, setSettings } from "./settings.ts";

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
]);
