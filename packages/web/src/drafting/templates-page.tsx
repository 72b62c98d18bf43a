// The versions of the templates of agreements: each to be kept as a file and written anew from, and a later one loaded.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import {
  type LoadedTemplate,
  loadTemplate,
  type TemplateVersion,
  templateContent,
  templateVersions,
} from "../api/drafting.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { FieldFault, Form, Refusal, TextField } from "../form/fields.tsx";
import { FileInput } from "../form/file-input.tsx";
import { Saved } from "../form/saved.tsx";
import { keepFile } from "../journal/keep-file.ts";
import { Day, Instant, Name } from "../language/figures.tsx";
import "./drafting.css";

export function TemplatesPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "drafting.templates" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="drafting.templatesLead" />}>
      <Versions />
    </Page>
  );
}

function Versions() {
  const { data, error, refetch } = useQuery(templateVersions(useShownSpace()));
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={6} />;
  return (
    <div className="templates">
      <ul className="row-list">
        {[...data.versions].reverse().map((one) => (
          <OneVersion key={one.version} one={one} />
        ))}
      </ul>
      <Load />
    </div>
  );
}

function OneVersion({ one: { version, date, hash, loaded } }: { one: TemplateVersion }) {
  const space = useShownSpace();
  const keeping = useMutation({
    mutationFn: () => templateContent(space, version),
    onSuccess: ({ content }) =>
      keepFile(
        new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
        `templates-${version}.json`,
        "application/json",
      ),
  });
  return (
    <li>
      <p>
        <strong>
          <FormattedMessage id="drafting.version" values={{ number: version }} /> · <Day value={date} />
        </strong>
      </p>
      <p className="small muted">
        {loaded === null ? (
          <FormattedMessage id="drafting.templateShipped" />
        ) : (
          <>
            <Instant value={loaded.at} /> · <Name>{loaded.by}</Name> · <Name>{loaded.reason}</Name>
          </>
        )}
      </p>
      <p className="small muted paper-seal">
        SHA-256 <bdi>{hash}</bdi>
      </p>
      <p>
        <button
          type="button"
          className="button"
          disabled={keeping.isPending}
          onClick={() => keeping.mutate()}
        >
          <FormattedMessage id="drafting.keepTemplate" values={{ number: version }} />
        </button>
      </p>
      <Refusal error={keeping.error} />
    </li>
  );
}

/** What is in the file; null when it is none of ours at all. */
async function readContent(file: File): Promise<LoadedTemplate | null> {
  try {
    const read: unknown = JSON.parse(await file.text());
    // its shape is judged where it is loaded, with what it lacks
    return typeof read === "object" && read !== null ? (read as LoadedTemplate) : null;
  } catch {
    return null;
  }
}

function Load() {
  const client = useQueryClient();
  const space = useShownSpace();
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState("");
  const [isStrange, setStrange] = useState(false);
  const loading = useMutation({
    mutationFn: (content: LoadedTemplate) => loadTemplate({ space, content, reason: reason.trim() }),
    onSuccess: () => {
      setFile(null);
      setReason("");
      return client.invalidateQueries({ queryKey: ["templates"] });
    },
  });
  const send = async () => {
    const content = file && (await readContent(file));
    setStrange(content === null);
    if (content) loading.mutate(content);
  };
  return (
    <Section title={<FormattedMessage id="drafting.loadTemplate" />}>
      {loading.data && (
        <Saved>
          <FormattedMessage id="drafting.templateLoaded" values={{ number: loading.data.version }} />
        </Saved>
      )}
      <Form
        onSend={() => void send()}
        isSending={loading.isPending || file === null}
        error={loading.error}
        action={<FormattedMessage id="drafting.loadTemplate" />}
      >
        <TemplateFile file={file} isStrange={isStrange} onFile={setFile} />
        <TextField
          label={<FormattedMessage id="drafting.why" />}
          isNeeded
          least={3}
          value={reason}
          onChange={setReason}
          most={4000}
        />
      </Form>
    </Section>
  );
}

interface FileProps {
  readonly file: File | null;
  readonly isStrange: boolean;
  readonly onFile: (file: File | null) => void;
}

function TemplateFile({ file, isStrange, onFile }: FileProps) {
  const intl = useIntl();
  const id = useId();
  const fault = isStrange ? intl.formatMessage({ id: "drafting.fault.template" }) : undefined;
  return (
    <div className="question">
      <label htmlFor={id}>
        <FormattedMessage id="drafting.templateFile" />
      </label>
      <p id={`${id}-why`} className="small muted">
        <FormattedMessage id="drafting.templateFileWhy" />
      </p>
      <FileInput
        control={{
          id,
          "aria-describedby": fault ? `${id}-why ${id}-fault` : `${id}-why`,
          ...(fault !== undefined && { "aria-invalid": true }),
        }}
        accepted=".json"
        files={file === null ? [] : [file]}
        onFiles={([chosen]) => onFile(chosen ?? null)}
      />
      <FieldFault id={id} fault={fault} />
    </div>
  );
}
