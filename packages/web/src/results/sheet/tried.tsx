// What the trial found: what would be recorded, and the errors in their cells, to be corrected here or in the sheet.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { FormattedMessage } from "react-intl";
import { queryClient } from "../../api/query-client.ts";
import { recordSheet, type SheetKind, type Upload } from "../../api/uploads.ts";
import { Refusal } from "../../form/fields.tsx";
import { Name } from "../../language/figures.tsx";
import { openBeside, type SheetBeside } from "./ask-rows.ts";
import { ErrorGrid } from "./error-grid.tsx";
import { KeepErrors } from "./keep-errors.tsx";
import type { SentSheet } from "./sent-sheet.ts";
import type { Corrections } from "./sheet-rows.ts";
import { Tally } from "./tally.tsx";

interface TriedProps {
  readonly upload: Upload;
  readonly kind: SheetKind;
  readonly sent: SentSheet;
  readonly onSend: (sheet: SentSheet) => void;
  readonly onOther: () => void;
}

export function Tried({ upload, kind, sent, onSend, onOther }: TriedProps) {
  const { outcome, name } = upload;
  const beside = useBeside(upload, sent);
  const [corrections, setCorrections] = useState<Corrections>({});
  const recording = useMutation({
    mutationFn: (partial: boolean) => recordSheet(upload.id, partial),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["upload", upload.id] }),
  });
  const retrying = useMutation({
    mutationFn: async (sheet: SheetBeside) => {
      const bytes = await sheet.file(corrections);
      const file = new File([bytes as BlobPart], name.replace(/\.[^.]*$/, ".csv"), { type: "text/csv" });
      onSend({ ...sent, file });
    },
  });
  if (outcome === null) return null;
  const { findings } = outcome;
  const count = correctedCells(corrections);
  return (
    <>
      <section className="answer">
        <Verdict name={name} count={findings.total} />
        <Tally outcome={outcome} />
        <Refusal error={recording.error ?? retrying.error ?? beside.error} />
        <Acts
          upload={upload}
          isBusy={recording.isPending || retrying.isPending}
          onRecord={(partial) => recording.mutate(partial)}
          onOther={onOther}
        />
      </section>
      {findings.total > 0 && beside.data && (
        <section className="sheet-errors">
          <div className="button-row">
            <button
              type="button"
              className="button main-button"
              disabled={count === 0 || retrying.isPending}
              onClick={() => retrying.mutate(beside.data)}
            >
              <FormattedMessage id="sheet.retry" values={{ count }} />
            </button>
            <KeepErrors upload={upload} beside={beside.data} corrections={corrections} />
          </div>
          <ErrorGrid
            outcome={outcome}
            kind={kind}
            beside={beside.data}
            corrections={corrections}
            onCorrect={setCorrections}
          />
        </section>
      )}
    </>
  );
}

function Verdict({ name, count }: { name: string; count: number }) {
  const values = { name: <Name>{name}</Name>, count };
  return (
    <h2>
      <FormattedMessage id={count === 0 ? "sheet.sound" : "sheet.faulty"} values={values} />
    </h2>
  );
}

const correctedCells = (corrections: Corrections): number =>
  Object.values(corrections).reduce((sum, cells) => sum + Object.keys(cells).length, 0);

/** The sheet's own rows, held beside the page; read only when there is something to show in them. */
function useBeside({ id, outcome, kind }: Upload, { file }: SentSheet) {
  const isWanted = outcome !== null && outcome.findings.total > 0;
  const read = useQuery({
    queryKey: ["sheet beside", id],
    queryFn: () => {
      const { form = "csv", encoding = null, separator = null } = outcome ?? {};
      return openBeside(file, { form, encoding, separator, kind });
    },
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    structuralSharing: false,
  });
  const opened = read.data;
  useEffect(() => () => opened?.close(), [opened]);
  return read;
}

interface ActsProps {
  readonly upload: Upload;
  readonly isBusy: boolean;
  readonly onRecord: (partial: boolean) => void;
  readonly onOther: () => void;
}

/** Whole where nothing is wrong; the good rows where some are, unless a heading is: then nothing can be told. */
function Acts({ upload, isBusy, onRecord, onOther }: ActsProps) {
  const outcome = upload.outcome;
  if (outcome === null) return null;
  const { added, changed, findings } = outcome;
  const good = added + changed;
  const hasBadHeading = findings.listed.some(({ row }) => row === 1);
  return (
    <div className="button-row">
      {findings.total === 0 && good > 0 && (
        <button
          type="button"
          className="button main-button"
          disabled={isBusy}
          onClick={() => onRecord(false)}
        >
          <FormattedMessage id="sheet.recordAll" values={{ count: good }} />
        </button>
      )}
      {findings.total > 0 && good > 0 && !hasBadHeading && (
        <button type="button" className="button" disabled={isBusy} onClick={() => onRecord(true)}>
          <FormattedMessage id="sheet.recordGood" values={{ count: good }} />
        </button>
      )}
      {good === 0 && (
        <p className="muted">
          <FormattedMessage id={hasBadHeading ? "sheet.badHeading" : "sheet.nothingNew"} />
        </p>
      )}
      <button type="button" className="plain-button" onClick={onOther}>
        <FormattedMessage id="sheet.another" />
      </button>
    </div>
  );
}
