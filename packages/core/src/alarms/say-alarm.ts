// An alarm as a sentence, for a mail or the command line; a screen says it with the same words.
import { type Locale, message, messageReference } from "../kernel/index.ts";
import type { Alarm } from "./alarms.ts";
import { mostPointsNamed } from "./model.ts";

/** «Le comité de suivi devait se réunir avant le 12/06/2026 : 24 jours de retard.» */
export function sayAlarm(
  locale: Locale,
  { kind, title, titleAr, titleEn, subject, owner, dueOn, daysLate }: Alarm,
): string {
  const agreement = { fr: null, ar: titleAr, en: titleEn }[locale] ?? title;
  const [report = "", from = "", to = ""] = kind === "report_overdue" ? (subject ?? "").split(" ") : [];
  const all = kind === "attestation_ends" ? (subject ?? "").split(" ") : [];
  const named = all.length > mostPointsNamed ? all.slice(0, mostPointsNamed - 1) : all;
  const others = all.length - named.length;
  const values = {
    ...{ agreement, subject: subject ?? "", report, from, to, day: dueOn, days: daysLate },
    owner: owner?.name ?? "",
    points: [
      ...named.map((point) => messageReference("organisations", `point.${point}`)),
      ...(others > 0 ? [messageReference("alarms", "other_points", { count: others })] : []),
    ],
  };
  return message(locale, "alarms", `alarm.${kind}`, values);
}
