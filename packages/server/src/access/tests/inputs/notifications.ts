import { type Input, nothing } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "notifications.settings": nothing,
  "notifications.set_settings": () => ({ wanted: true, hour: 9, weekends: false }),
};
