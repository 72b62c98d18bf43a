export { type Alarm, alarm, alarms } from "./alarms.ts";
export * from "./model.ts";
export { permissions } from "./permissions.ts";
export { routes } from "./routes.ts";
export { sayAlarm } from "./say-alarm.ts";
export { listTerms, setTerm } from "./terms.ts";
export { work } from "./work.ts";
