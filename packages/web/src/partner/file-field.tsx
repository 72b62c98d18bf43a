// One file, and why it is asked for.
import { type ReactNode, useId } from "react";
import { FileInput } from "../form/file-input.tsx";

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
      <FileInput
        control={{ id, ...(why && { "aria-describedby": `${id}-why` }) }}
        accepted={accepted}
        files={file === null ? [] : [file]}
        onFiles={([chosen = null]) => onFile(chosen)}
      />
    </div>
  );
}
