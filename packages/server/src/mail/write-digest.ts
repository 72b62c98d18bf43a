// One mail a day: what is late, each with the place to act, and what nobody acted upon for long first.
import { sayAlarm } from "@iltizam/core/alarms";
import { message } from "@iltizam/core/kernel";
import type { Digest } from "@iltizam/core/notifications";
import type { Mail } from "./mailer.ts";

/** Named in full; the others are counted. */
const mostNamed = 20;

export function writeDigest({ mail, name, language, alarms, escalatedAfter }: Digest, origin: string): Mail {
  const words = (key: string, values = {}) => message(language, "notifications", `digest.${key}`, values);
  const named = alarms.slice(0, mostNamed);
  const line = (alarm: Digest["alarms"][number]) =>
    `- ${sayAlarm(language, alarm)}\n  ${origin}${alarm.place}`;
  const escalated = named.filter((alarm) => alarm.escalated).map(line);
  const others = named.filter((alarm) => !alarm.escalated).map(line);
  const more = alarms.length - named.length;
  const parts = [
    words("hello", { name }),
    ...(escalated.length === 0 ? [] : [words("escalated", { days: escalatedAfter }), ...escalated]),
    ...others,
    ...(more === 0 ? [] : [`${words("more", { count: more })} ${origin}/`]),
    words("settings", { address: `${origin}/account` }),
  ];
  return { to: mail, subject: words("subject", { count: alarms.length }), text: `${parts.join("\n\n")}\n` };
}
