import { useState } from "react";
import { FormattedMessage } from "react-intl";

/** By what a person without a name goes: enough of it to tell two apart, whole for whoever points at it or copies it. */
export function SubjectSign({ subject }: { subject: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(subject);
    setCopied(true);
  };
  return (
    <>
      <bdi className="nowrap" dir="ltr" title={subject}>
        {subject.slice(0, 8)}…
      </bdi>{" "}
      <button type="button" className="button not-printed" onClick={() => void copy()}>
        <FormattedMessage id={isCopied ? "same.copied" : "same.copy"} />
      </button>
    </>
  );
}
