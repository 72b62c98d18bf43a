// A report item by item: what was given, and for each item accepted or sent back with a reason.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import {
  judgeReport,
  openReportFile,
  type ReportItem,
  report as reportQuery,
  reportsOf,
} from "../api/reports.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Form, TextField } from "../form/fields.tsx";
import { ItemGiven } from "./item-given.tsx";

type Verdict = { readonly verdict: "accepted" | "sent_back"; readonly reason: string };

export function ExamineReport({ report, agreement }: { report: string; agreement: string }) {
  const { data, error, refetch } = useQuery(reportQuery(report));
  const { may } = useRightsAt({ agreement });
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={3} />;
  const opening = (item: string) =>
    may("reports.open_file") ? () => void saveFile(report, item) : undefined;
  const open = data.items.filter(({ verdict }) => verdict === null);
  const isOpen = may("reports.judge") && data.state === "received" && open.length > 0;
  return (
    <div className="report-items">
      {data.items
        .filter((item) => !isOpen || item.verdict !== null)
        .map((item) => (
          <div key={item.id} className="report-item">
            <ItemGiven item={item} onOpen={opening(item.id)} />
          </div>
        ))}
      {isOpen && <Judge report={report} agreement={agreement} items={open} opening={opening} />}
    </div>
  );
}

interface JudgeProps {
  readonly report: string;
  readonly agreement: string;
  readonly items: readonly ReportItem[];
  readonly opening: (item: string) => (() => void) | undefined;
}

function Judge({ report, agreement, items, opening }: JudgeProps) {
  const client = useQueryClient();
  const [said, setSaid] = useState<Readonly<Record<string, Verdict>>>({});
  const judging = useMutation({
    mutationFn: () =>
      judgeReport(
        report,
        items.flatMap(({ id }) => {
          const one = said[id];
          return one === undefined ? [] : [{ item: id, verdict: one.verdict, reason: one.reason || null }];
        }),
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries(reportQuery(report)),
        client.invalidateQueries(reportsOf(agreement)),
      ]),
  });
  return (
    <Form
      onSend={() => judging.mutate()}
      isSending={judging.isPending || Object.keys(said).length === 0}
      error={judging.error}
      action={<FormattedMessage id="report.judge" />}
    >
      {items.map((item) => (
        <fieldset key={item.id} className="report-item">
          <legend className="unseen">
            <FormattedMessage id={`report.part.${item.part}`} /> {item.commitment}
          </legend>
          <ItemGiven item={item} onOpen={opening(item.id)} />
          <VerdictFields
            verdict={said[item.id]}
            name={item.id}
            onSay={(one) => setSaid({ ...said, [item.id]: one })}
          />
        </fieldset>
      ))}
    </Form>
  );
}

interface VerdictProps {
  readonly verdict: Verdict | undefined;
  readonly name: string;
  readonly onSay: (verdict: Verdict) => void;
}

function VerdictFields({ verdict, name, onSay }: VerdictProps) {
  return (
    <>
      <div className="button-row">
        {(["accepted", "sent_back"] as const).map((one) => (
          <label key={one} className="tick">
            <input
              type="radio"
              name={name}
              checked={verdict?.verdict === one}
              onChange={() => onSay({ verdict: one, reason: verdict?.reason ?? "" })}
            />{" "}
            <FormattedMessage id={`report.say.${one}`} />
          </label>
        ))}
      </div>
      {verdict?.verdict === "sent_back" && (
        <TextField
          label={<FormattedMessage id="report.reason" />}
          why={<FormattedMessage id="report.reasonWhy" />}
          isNeeded
          least={3}
          most={1000}
          value={verdict.reason}
          onChange={(reason) => onSay({ verdict: "sent_back", reason })}
        />
      )}
    </>
  );
}

async function saveFile(report: string, item: string): Promise<void> {
  const { name, base64 } = await openReportFile(report, item);
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
