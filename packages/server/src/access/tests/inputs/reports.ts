import { agreement, and, day, type Input, nobody, nothing, reason } from "./about-a-file.ts";

const report: Input = (file) => ({ report: file.report });

export const inputs: Readonly<Record<string, Input>> = {
  "reports.of_agreement": agreement,
  "reports.report": report,
  "reports.schedule": and(agreement, ({ company: organisation }) => ({
    ...{ organisation, kind: "financial", everyMonths: 6, from: day, until: "2027-02-20" },
  })),
  "reports.ask": and(report, { send: false }),
  "reports.make_link": report,
  "reports.judge": and(report, { verdicts: [{ item: nobody, verdict: "accepted" }] }),
  "reports.waive": and(report, { reason }),
  "reports.open_file": and(report, { item: nobody }),
  "reports.own_list": nothing,
  "reports.own": report,
  "reports.submit": and(report, { account: "tout va bien" }),
};
