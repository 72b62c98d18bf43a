// A sheet: the template, the file, a trial that records nothing, its errors in their own cells, then the recording.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { sendSheet, sheetKinds, uploadState } from "../../api/uploads.ts";
import { Failure } from "../../app/failure.tsx";
import { Page } from "../../app/page.tsx";
import { useShownSpace } from "../../app/shown-space.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { Refusal } from "../../form/fields.tsx";
import { contentOf } from "../../intake/open/read-file.ts";
import { useLocale } from "../../language/language-provider.tsx";
import { ResultsWords } from "../results-words.tsx";
import { ResultTabs } from "../tabs.tsx";
import { AtWork } from "./at-work.tsx";
import { ChooseSheet } from "./choose-sheet.tsx";
import { Recorded } from "./recorded.tsx";
import { Refused } from "./refused-sheet.tsx";
import type { SentSheet } from "./sent-sheet.ts";
import { Tried } from "./tried.tsx";
import "./sheet.css";

export function SendPage() {
  return (
    <ResultsWords>
      <SendScreen />
    </ResultsWords>
  );
}

function SendScreen() {
  const intl = useIntl();
  const space = useShownSpace();
  const locale = useLocale();
  const [sent, setSent] = useState<SentSheet | null>(null);
  const kinds = useQuery(sheetKinds());
  const sending = useMutation({
    mutationFn: async ({ kind, file, source }: SentSheet) => {
      const told = { ...(source !== "" && { source }) };
      return sendSheet({ space, kind, name: file.name, base64: await contentOf(file), ...told });
    },
  });
  const send = (sheet: SentSheet) => {
    setSent(sheet);
    sending.mutate(sheet);
  };
  const upload = useQuery(uploadState(sending.data?.upload ?? null, locale));
  const name = intl.formatMessage({ id: "sheet.title" });
  const again = () => {
    setSent(null);
    sending.reset();
  };
  if (kinds.error) return <Failure error={kinds.error} reset={() => void kinds.refetch()} />;
  const kind = kinds.data?.find((one) => one.kind === sent?.kind);
  const state = upload.data?.state;
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="sheet.lead" />}>
      <ResultTabs />
      {!kinds.data && <Waiting />}
      {kinds.data && (sent === null || sending.error) && (
        <ChooseSheet kinds={kinds.data} onSend={send} isSending={sending.isPending} />
      )}
      <Refusal error={sending.error ?? upload.error} />
      {sent && kind && !sending.error && (
        <div className="sheet-under-way" aria-live="polite">
          {(sending.isPending || state === undefined || state === "waiting" || state === "running") && (
            <AtWork upload={upload.data} file={sent.file} />
          )}
          {upload.data && state === "tried" && (
            <Tried
              key={upload.data.id}
              upload={upload.data}
              kind={kind}
              sent={sent}
              onSend={send}
              onOther={again}
            />
          )}
          {upload.data && state === "recorded" && <Recorded upload={upload.data} onOther={again} />}
          {upload.data && state === "refused" && <Refused upload={upload.data} onOther={again} />}
        </div>
      )}
    </Page>
  );
}
