// What a report asks for: words, numbers, money, a file; or again those parts that were sent back.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type OwnReport, submitReport } from "../api/reports.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { readAmount } from "../money/amount.ts";
import { accepted } from "../partner/answer-form.tsx";
import { FileField } from "../partner/file-field.tsx";
import { PromiseLine } from "../partner/promises.tsx";

const firstParts: Readonly<Record<OwnReport["kind"], readonly string[]>> = {
  activity: ["account", "file"],
  financial: ["spent", "file"],
  final: ["account", "spent", "file"],
};

/** The parts that are asked for now: names of parts, and the references of promises that want a number. */
function askedNow({ kind, state, items, promised }: OwnReport): readonly string[] {
  if (state === "received" || state === "accepted" || state === "waived") return [];
  if (items.length === 0) return [...firstParts[kind], ...promised.map(({ commitment }) => commitment)];
  return items.flatMap(({ verdict, part, commitment }) =>
    verdict === "sent_back" ? [commitment ?? part] : [],
  );
}

const empty = { account: "", amount: "", currency: "", numbers: {} as Readonly<Record<string, string>> };
type Typed = typeof empty;

export function SubmitForm({ report }: { report: OwnReport }) {
  const [typed, setTyped] = useState({ ...empty, currency: report.currencies[0] ?? "" });
  const [file, setFile] = useState<File | null>(null);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const asked = askedNow(report);
  const sending = useSending(report, typed, file, () => {
    setTyped({ ...empty, currency: typed.currency });
    setFile(null);
  });
  if (asked.length === 0) return null;
  return (
    <Form
      onSend={() => sending.mutate()}
      isSending={sending.isPending}
      error={sending.error}
      action={<FormattedMessage id={sending.isPending ? "partner.sending" : "report.submit"} />}
    >
      {asked.includes("account") && (
        <TextField
          label={<FormattedMessage id="report.part.account" />}
          why={<FormattedMessage id="report.accountWhy" />}
          lines={8}
          isNeeded
          least={3}
          value={typed.account}
          onChange={(account) => set({ account })}
        />
      )}
      <Numbers report={report} asked={asked} typed={typed.numbers} onType={(numbers) => set({ numbers })} />
      {asked.includes("spent") && <Spent report={report} typed={typed} onType={set} />}
      {asked.includes("file") && (
        <FileField
          label={<FormattedMessage id={report.kind === "activity" ? "report.fileMay" : "report.part.file"} />}
          why={<FormattedMessage id="partner.fileWhy" />}
          accepted={accepted}
          file={file}
          onFile={setFile}
        />
      )}
      <p className="small muted">
        <FormattedMessage id="report.once" />
      </p>
    </Form>
  );
}

/** Sends what was typed; a number that is left empty is not told. */
function useSending(report: OwnReport, typed: Typed, file: File | null, onSent: () => void) {
  const client = useQueryClient();
  const { account, amount, currency, numbers } = typed;
  return useMutation({
    mutationFn: async () =>
      submitReport({
        report: report.id,
        account: account.trim() === "" ? null : account.trim(),
        numbers: report.promised.flatMap(({ commitment }) => {
          const number = numbers[commitment] ?? "";
          return number === "" ? [] : [{ commitment, quantity: Number(number) }];
        }),
        // what cannot be read goes as it is, for the server to say what it would accept
        spent: amount.trim() === "" ? null : { amount: readAmount(amount, currency) ?? amount, currency },
        file: file === null ? null : { name: file.name, base64: await contentOf(file) },
      }),
    onSuccess: () => {
      onSent();
      return Promise.all([
        client.invalidateQueries({ queryKey: ["own-report"] }),
        client.invalidateQueries({ queryKey: ["own-reports"] }),
      ]);
    },
  });
}

interface SpentProps {
  readonly report: OwnReport;
  readonly typed: Typed;
  readonly onType: (change: Partial<Typed>) => void;
}

/** In the agreement's currency; which one is asked where its money is in several. */
function Spent({ report, typed, onType }: SpentProps) {
  const { currencies, kind } = report;
  return (
    <>
      {currencies.length > 1 && (
        <ChoiceField
          label={<FormattedMessage id="report.currency" />}
          value={typed.currency}
          onChange={(currency) => onType({ currency })}
          options={currencies.map((value) => ({ value, words: value }))}
        />
      )}
      <TextField
        label={
          <FormattedMessage
            id={kind === "financial" ? "report.spentIn" : "report.spentMay"}
            values={{ currency: typed.currency }}
          />
        }
        direction="ltr"
        isNeeded={kind === "financial"}
        value={typed.amount}
        onChange={(amount) => onType({ amount })}
      />
    </>
  );
}

interface NumbersProps {
  readonly report: OwnReport;
  readonly asked: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: (typed: Readonly<Record<string, string>>) => void;
}

function Numbers({ report, asked, typed, onType }: NumbersProps) {
  return report.promised
    .filter(({ commitment }) => asked.includes(commitment))
    .map((promise) => (
      <fieldset key={promise.commitment} className="partner-promise">
        <legend className="unseen">{promise.commitment}</legend>
        <PromiseLine promise={promise} />
        <TextField
          label={<FormattedMessage id="partner.number" />}
          type="number"
          least={0}
          isNeeded
          value={typed[promise.commitment] ?? ""}
          onChange={(value) => onType({ ...typed, [promise.commitment]: value })}
        />
      </fieldset>
    ));
}
