// The documents that a call asks for: what was given of each, and a place to give it or a better one.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Application, giveFile, openFile, type Side } from "../api/calls.ts";
import { Refusal } from "../form/fields.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { keepFile } from "../journal/keep-file.ts";
import { Instant, Name } from "../language/figures.tsx";
import { accepted } from "../partner/answer-form.tsx";
import { FileField } from "../partner/file-field.tsx";
import { useCallLabel } from "./call-words.tsx";

type Of = Pick<Application, "id" | "documents" | "files">;

interface FilesProps {
  readonly application: Of;
  /** Who may give one now; nobody without it. */
  readonly gives?: Side;
  readonly opens?: boolean;
}

export function ApplicationFiles({ application, gives, opens = false }: FilesProps) {
  const labelOf = useCallLabel();
  if (application.documents.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="calls.documents" />}>
      <ul className="row-list">
        {application.documents.map((one) => {
          const file = application.files.find(({ number }) => number === one.number);
          return (
            <li key={one.number}>
              <strong>
                <Name>{labelOf(one)}</Name>
              </strong>
              {!one.required && (
                <span className="small muted">
                  {" · "}
                  <FormattedMessage id="calls.optional" />
                </span>
              )}
              <p className="small">
                {file ? (
                  <>
                    <Name>{file.name}</Name> · <Instant value={file.givenAt} />
                    {opens && <OpenFile id={application.id} number={one.number} />}
                  </>
                ) : (
                  <span className={one.required ? "attention" : "muted"}>
                    <FormattedMessage id="calls.notGiven" />
                  </span>
                )}
              </p>
              {gives && <GiveFile id={application.id} number={one.number} side={gives} has={!!file} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

interface GiveFileProps {
  readonly id: string;
  readonly number: number;
  readonly side: Side;
  readonly has: boolean;
}

function GiveFile({ id, number, side, has }: GiveFileProps) {
  const client = useQueryClient();
  const giving = useMutation({
    mutationFn: async (file: File) =>
      giveFile(side, id, { number, name: file.name, base64: await contentOf(file) }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <FileField
        label={<FormattedMessage id={has ? "calls.replaceFile" : "calls.giveFile"} />}
        accepted={accepted}
        file={null}
        onFile={(file) => file && giving.mutate(file)}
      />
      {giving.isPending && (
        <p className="small muted" role="status">
          <FormattedMessage id="partner.sending" />
        </p>
      )}
      <Refusal error={giving.error} />
    </>
  );
}

function OpenFile({ id, number }: { id: string; number: number }) {
  const opening = useMutation({
    mutationFn: () => openFile(id, number),
    onSuccess: ({ name, base64 }) =>
      keepFile(
        Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)),
        name,
        "application/octet-stream",
      ),
  });
  return (
    <>
      {" "}
      <button type="button" className="plain-button not-printed" onClick={() => opening.mutate()}>
        <FormattedMessage id="calls.openFile" />
      </button>
      <Refusal error={opening.error} />
    </>
  );
}
