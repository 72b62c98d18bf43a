// One file, and why it is asked for.
import { type ReactNode, useId } from "react";

interface FileFieldProps {
  readonly label: ReactNode;
  readonly why?: ReactNode;
  /** Endings, as the browser's chooser takes them. */
  readonly accepted: string;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

export function FileField({ label, why, accepted, file, onFile }: FileFieldProps) {
  const id = useId();
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {why && (
        <p className="small muted" id={`${id}-why`}>
          {why}
        </p>
      )}
      <input
        id={id}
        type="file"
        className="field"
        accept={accepted}
        aria-describedby={why ? `${id}-why` : undefined}
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      {file !== null && <bdi className="small">{file.name}</bdi>}
    </div>
  );
}
