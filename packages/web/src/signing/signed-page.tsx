// The page that bears one signature: opened from its line, or brought when the line has none yet.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { openSignatureScan, scanSignature } from "../api/signing.ts";
import { Form, Refusal } from "../form/fields.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { keepFile } from "../journal/keep-file.ts";
import { FileField } from "../partner/file-field.tsx";
import "./signing.css";

interface SignedPageProps {
  readonly agreement: string;
  readonly signature: Agreement["signatures"][number];
}

export function SignedPage({ agreement, signature }: SignedPageProps) {
  const { may } = useRightsAt({ agreement });
  return (
    <div className="signed-page">
      {signature.scan === null ? (
        <span className="muted">
          <FormattedMessage id="signing.noPage" />
        </span>
      ) : (
        <KeptPage agreement={agreement} id={signature.id} hash={signature.scan} />
      )}
      {may("agreements.sign") && <BringPage agreement={agreement} signature={signature} />}
    </div>
  );
}

function KeptPage({ agreement, id, hash }: { agreement: string; id: string; hash: string }) {
  const mayOpen = useRightsAt({ agreement }).may("agreements.open_scan");
  const opening = useMutation({
    mutationFn: () => openSignatureScan(agreement, id),
    onSuccess: ({ mediaType, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      keepFile(bytes, `${agreement}-${hash.slice(0, 8)}.${mediaType.split("/").at(-1)}`, mediaType);
    },
  });
  const words = <FormattedMessage id="signing.page" />;
  return (
    <>
      {mayOpen ? (
        <button type="button" className="plain-button" onClick={() => opening.mutate()}>
          {words}
        </button>
      ) : (
        words
      )}{" "}
      <bdi className="muted paper-hash" title={hash}>
        SHA-256 {hash.slice(0, 12)}…
      </bdi>
      <Refusal error={opening.error} />
    </>
  );
}

/** A clearer page may follow: the last one is shown, and none goes. */
function BringPage({ agreement, signature: { id, scan, person } }: SignedPageProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const bringing = useMutation({
    mutationFn: async (page: File) => scanSignature(agreement, id, await contentOf(page)),
    onSuccess: () => {
      setOpen(false);
      setFile(null);
      void client.invalidateQueries();
    },
  });
  const action = intl.formatMessage({ id: scan === null ? "signing.bringPage" : "signing.otherPage" });
  if (!isOpen)
    return (
      <button
        type="button"
        className="plain-button not-printed"
        aria-label={`${action} : ${person.name ?? person.function}`}
        onClick={() => setOpen(true)}
      >
        {action}
      </button>
    );
  return (
    <Form
      onSend={() => file && bringing.mutate(file)}
      isSending={bringing.isPending || file === null}
      error={bringing.error}
      action={action}
    >
      <PageField file={file} onFile={setFile} />
    </Form>
  );
}

interface PageFieldProps {
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

export function PageField(props: PageFieldProps) {
  return (
    <FileField
      {...props}
      label={<FormattedMessage id="signing.pageFile" />}
      why={<FormattedMessage id="signing.pageWhy" />}
      accepted=".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff"
    />
  );
}
