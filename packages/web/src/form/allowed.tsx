import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";

interface AllowedProps {
  /** Unknown as long as the reader's rights are being read: then neither is shown. */
  readonly is: boolean | undefined;
  readonly children: ReactNode;
}

/** What only those see who may write here; the others are told that they may not. */
export function Allowed({ is, children }: AllowedProps) {
  if (is === undefined) return null;
  if (is) return children;
  return (
    <p>
      <FormattedMessage id="form.noRight" />
    </p>
  );
}
