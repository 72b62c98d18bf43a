// A small form that opens under what it adds to: a summary with a verb, its questions, and the same verb again.
import type { ReactNode } from "react";
import { FormShell } from "./form-shell.tsx";
import type { FormState } from "./use-form.ts";

interface AddFormProps<Name extends string> {
  readonly form: FormState<Name>;
  /** A verb and what it adds. */
  readonly action: string;
  readonly children: ReactNode;
}

export function AddForm<Name extends string>({ form, action, children }: AddFormProps<Name>) {
  return (
    <details className="add-part">
      <summary>{action}</summary>
      <FormShell form={form} isSmall label={action} action={action} nameOf={(name) => name}>
        {children}
      </FormShell>
    </details>
  );
}
