// The file of exactly what the table shows. It is made here and not by the server: which columns are chosen, names in
// the reader's language and what is filtered on the screen are known here alone, so there is no second table to differ.
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Space } from "../app/address.ts";
import { today } from "../app/today.ts";
import { useLocale } from "../language/language-provider.tsx";
import { directionOf } from "../language/locale.ts";
import { csvOf } from "./csv-of.ts";
import { fileName } from "./file-name.ts";
import type { SheetRows } from "./sheet-of.ts";
import "./export.css";

export interface ExportMenuProps {
  /** The table's name in the file's name. */
  readonly table: string;
  readonly caption: string;
  readonly space: Space;
  /** Reads all rows that pass the filters, in their order, with the shown columns. */
  readonly read: () => Promise<SheetRows>;
}

type Kind = "csv" | "xlsx";

export function ExportMenu({ table, caption, space, read }: ExportMenuProps) {
  const intl = useIntl();
  const rightToLeft = directionOf(useLocale()) === "rtl";
  const [state, setState] = useState<"ready" | "working" | Error>("ready");
  const download = async (kind: Kind) => {
    setState("working");
    try {
      const sheet = await read();
      const name =
        space === "simulated" ? `${intl.formatMessage({ id: "shell.simulated" })} ${caption}` : caption;
      const content = kind === "csv" ? csvOf(sheet) : await xlsx(sheet, { name, rightToLeft });
      hand(content, fileName(table, space, today(), kind));
      setState("ready");
    } catch (error) {
      setState(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <div className="export-menu not-printed small">
      <span className="muted" aria-live="polite">
        {state instanceof Error ? (
          state.message
        ) : (
          <FormattedMessage id={state === "working" ? "export.working" : "export.as"} />
        )}
      </span>
      {(["xlsx", "csv"] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="figure"
          disabled={state === "working"}
          onClick={() => void download(kind)}
          aria-label={intl.formatMessage({ id: "export.asKind" }, { kind: kind.toUpperCase() })}
        >
          {kind.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

/** The writer of workbooks is read when the first one is asked for. */
async function xlsx(sheet: SheetRows, named: { name: string; rightToLeft: boolean }): Promise<Uint8Array> {
  const { xlsxOf } = await import("./xlsx-of.ts");
  return xlsxOf(sheet, named);
}

function hand(content: string | Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
