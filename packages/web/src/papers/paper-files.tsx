// The file to print, in each language, as a page and as a workbook; or this page as the browser prints it.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type PaperFile, paperFile } from "../api/papers.ts";
import { Refusal } from "../form/fields.tsx";
import { keepFile } from "../journal/keep-file.ts";
import { useLocale } from "../language/language-provider.tsx";

const languages = { fr: "Français", ar: "العربية", en: "English" } as const;

export function PaperFiles({ number }: { number: string }) {
  const intl = useIntl();
  const locale = useLocale();
  const [lang, setLang] = useState<PaperFile["lang"]>(locale);
  const kept = useMutation({
    mutationFn: (format: PaperFile["format"]) => paperFile(number, { lang, format }),
    onSuccess: ({ base64, fileName, mediaType }) => {
      keepFile(
        Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)),
        fileName,
        mediaType,
      );
    },
  });
  return (
    <div className="paper-files not-printed">
      <div className="button-row">
        <select
          className="field"
          aria-label={intl.formatMessage({ id: "paper.language" })}
          value={lang}
          onChange={({ target }) =>
            setLang(target.value === "ar" ? "ar" : target.value === "en" ? "en" : "fr")
          }
        >
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
        {(["pdf", "xlsx"] as const).map((format) => (
          <button
            key={format}
            type="button"
            className={format === "pdf" ? "button main-button" : "button"}
            disabled={kept.isPending}
            onClick={() => kept.mutate(format)}
          >
            <FormattedMessage id={`paper.file.${format}`} />
          </button>
        ))}
        <button type="button" className="button" onClick={() => window.print()}>
          <FormattedMessage id="paper.print" />
        </button>
      </div>
      <p className="small muted" role="status">
        {kept.isPending && <FormattedMessage id="paper.fileMaking" />}
        {kept.data && (
          <FormattedMessage id="paper.fileKept" values={{ file: <bdi>{kept.data.fileName}</bdi> }} />
        )}
      </p>
      <Refusal error={kept.error} />
    </div>
  );
}
