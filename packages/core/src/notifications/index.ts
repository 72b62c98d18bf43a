export { notificationErrors } from "./errors.ts";
export * from "./model.ts";
export { planReminders } from "./plan-reminders.ts";
export { routes } from "./routes.ts";
export { type Digest, sendDigests } from "./send-digests.ts";
export { readSettings, setSettings } from "./settings.ts";
export { listReminderTerms, setReminderTerm } from "./terms.ts";
