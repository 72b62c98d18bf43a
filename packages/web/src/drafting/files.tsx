// A version to print or to work on: PDF and Word in each language, and in both side by side.
import { useMutation } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Draft, type TextFile, textFile } from "../api/drafting.ts";
import { Refusal } from "../form/fields.tsx";
import { keepFile } from "../journal/keep-file.ts";

export function ManyFiles({ draft: { agreement, content }, version }: { draft: Draft; version: number }) {
  const kept = useMutation({
    mutationFn: (file: TextFile) => textFile(agreement, version, file),
    onSuccess: ({ base64, fileName, mediaType }) =>
      keepFile(
        Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)),
        fileName,
        mediaType,
      ),
  });
  const languages = content.texts.map(({ language }) => language);
  const files: TextFile[] = [
    ...[...languages, ...(languages.length > 1 ? (["both"] as const) : [])].flatMap((language) =>
      (["pdf", "docx"] as const).map((format) => ({ language, format })),
    ),
  ];
  return (
    <Section title={<FormattedMessage id="drafting.files" />}>
      <p className="button-row">
        {files.map((file) => (
          <button
            key={`${file.language} ${file.format}`}
            type="button"
            className="button"
            disabled={kept.isPending}
            onClick={() => kept.mutate(file)}
          >
            <FormattedMessage id={`drafting.file.${file.language}.${file.format}`} />
          </button>
        ))}
      </p>
      <p className="small muted" role="status">
        {kept.isPending && <FormattedMessage id="drafting.fileMaking" />}
        {kept.data && <bdi>{kept.data.fileName}</bdi>}
      </p>
      <Refusal error={kept.error} />
    </Section>
  );
}
