// Paste a text, or drop or choose a file; the date of publication where it is known.

import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type DragEvent, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Space } from "../../app/address.ts";
import { type Opened, openIntake } from "../ask.ts";
import { readEntry } from "../forms/read-entry.ts";
import { contentOf, endings, faultOf, nameOfText } from "./read-file.ts";

type Step = "idle" | "sending" | "reading";

export function OpenForm({ space }: { space: Space }) {
  const { open, step, refusal, refuse } = useOpening(space);
  const [text, setText] = useState("");
  const [day, setDay] = useState({ year: "", month: "", day: "" });
  const published = publicationOf(day);
  const isBusy = step !== "idle";
  const send = (opened: Omit<Opened, "space">) => {
    if (published === "invalid") return refuse("date");
    void open({ ...opened, ...(published && { publishedOn: published }) });
  };
  const sendFile = async (file: File) => {
    const fault = faultOf(file);
    if (fault) return refuse(fault);
    send({ fileName: file.name, contentBase64: await contentOf(file) });
  };
  return (
    <form
      className="open-form not-printed"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return refuse("empty");
        send({ fileName: nameOfText(text), text });
      }}
    >
      <label className="open-text">
        <FormattedMessage id="intake.paste" />
        <textarea
          className="field"
          rows={5}
          dir="auto"
          name="text"
          value={text}
          disabled={isBusy}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <FileDrop isBusy={isBusy} onFile={(file) => void sendFile(file)} />
      <Published day={day} onDay={setDay} />
      <p className="form-acts">
        <button type="submit" className="button strong" disabled={isBusy}>
          <FormattedMessage id="intake.read" />
        </button>
        <span role="status" className="small">
          {isBusy && <FormattedMessage id={`intake.step.${step}`} />}
        </span>
      </p>
      {refusal && (
        <p className="form-fault" role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
}

/** Sends a text, waits while it is read, and opens its review. */
function useOpening(space: Space) {
  const intl = useIntl();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>("idle");
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = async (opened: Omit<Opened, "space">) => {
    setRefusal(null);
    setStep("sending");
    const reading = setTimeout(() => setStep("reading"), 400);
    try {
      const intake = await openIntake({ ...opened, space });
      client.setQueryData(["intake", intake.id], intake);
      await client.invalidateQueries({ queryKey: ["intakes"], refetchType: "none" });
      await navigate({ to: "/intake/$intake", params: { intake: intake.id } });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(reading);
      setStep("idle");
    }
  };
  const refuse = (fault: string) => setRefusal(intl.formatMessage({ id: `intake.refused.${fault}` }));
  return { open, step, refusal, refuse };
}

type DayTyped = Readonly<Record<"year" | "month" | "day", string>>;

/** As much of the date as is known; a month needs its year, a day its month. */
function publicationOf({
  year,
  month,
  day,
}: DayTyped): NonNullable<Opened["publishedOn"]> | null | "invalid" {
  if (year + month + day === "") return null;
  const read = readEntry("date", { year, month, day });
  if ("error" in read || year === "" || (day !== "" && month === "")) return "invalid";
  return {
    year: Number(year),
    month: month === "" ? null : Number(month),
    day: day === "" ? null : Number(day),
  };
}

function FileDrop({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file is chosen with the field inside
    <div
      className="file-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label>
        <FormattedMessage id="intake.drop" />
        <span className="button file-button">
          <FormattedMessage id="intake.chooseFile" />
        </span>
        <input
          className="unseen"
          type="file"
          accept={endings.join(",")}
          disabled={isBusy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
            event.target.value = "";
          }}
        />
      </label>
      <span className="small muted">
        <FormattedMessage id="intake.endings" />
      </span>
    </div>
  );
}

function Published({ day, onDay }: { day: DayTyped; onDay: (day: DayTyped) => void }) {
  const intl = useIntl();
  return (
    <fieldset className="published">
      <legend>
        <FormattedMessage id="intake.publishedOn" />
      </legend>
      {(["day", "month", "year"] as const).map((part) => (
        <input
          key={part}
          className="field form-short"
          inputMode="numeric"
          name={`published-${part}`}
          placeholder={intl.formatMessage({ id: `intake.date.${part}` })}
          aria-label={intl.formatMessage({ id: `intake.date.${part}` })}
          value={day[part]}
          onChange={(event) => onDay({ ...day, [part]: event.target.value })}
        />
      ))}
      <span className="small muted">
        <FormattedMessage id="intake.publishedWhy" />
      </span>
    </fieldset>
  );
}
