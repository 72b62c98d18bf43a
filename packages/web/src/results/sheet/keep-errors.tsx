import { useMutation } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import type { Upload } from "../../api/uploads.ts";
import { Refusal } from "../../form/fields.tsx";
import { keepFile } from "../../journal/keep-file.ts";
import { useLocale } from "../../language/language-provider.tsx";
import { directionOf } from "../../language/locale.ts";
import type { SheetBeside } from "./ask-rows.ts";
import { workbook } from "./sent-sheet.ts";
import type { Corrections } from "./sheet-rows.ts";

interface KeepErrorsProps {
  readonly upload: Upload;
  readonly beside: SheetBeside;
  readonly corrections: Corrections;
}

/** The sheet with one more column that says what is wrong, to be corrected in a spreadsheet. */
export function KeepErrors({ upload, beside, corrections }: KeepErrorsProps) {
  const intl = useIntl();
  const rightToLeft = directionOf(useLocale()) === "rtl";
  const keeping = useMutation({
    mutationFn: async () => {
      const errors: Record<number, string> = {};
      for (const finding of upload.outcome?.findings.listed ?? []) {
        const told = finding.column === null ? finding.message : `${finding.column} : ${finding.message}`;
        errors[finding.row] = [errors[finding.row], told].filter(Boolean).join(" · ");
      }
      const heading = intl.formatMessage({ id: "sheet.errorsColumn" });
      const bytes = await beside.errors({ corrections, errors, heading, name: upload.kind, rightToLeft });
      const copy = new Uint8Array(bytes);
      keepFile(copy, `${upload.name.replace(/\.[^.]*$/, "")}-erreurs.xlsx`, workbook);
    },
  });
  return (
    <>
      <button type="button" className="button" disabled={keeping.isPending} onClick={() => keeping.mutate()}>
        <FormattedMessage id="sheet.keepErrors" />
      </button>
      <Refusal error={keeping.error} />
    </>
  );
}
