import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { indicator } from "../api/read.ts";
import { Colon, Day, useLabel } from "../language/figures.tsx";

/** The versions of a definition; a new one never rewrites what was published under the one before. */
export function Versions({ code, current }: { code: string; current: number }) {
  const label = useLabel();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...indicator(code), enabled: isOpen });
  return (
    <details className="small versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <FormattedMessage id="indicators.version" values={{ version: current }} />
      </summary>
      <ol>
        {data?.versions.map((version) => (
          <li key={version.version}>
            <FormattedMessage
              id="indicators.versionFrom"
              values={{ version: version.version, from: <Day value={version.effectiveFrom} /> }}
            />
            <Colon />
            {label(version.definition)}
            {version.evidence && (
              <p className="muted">
                <FormattedMessage id="indicators.evidence" values={{ evidence: label(version.evidence) }} />
              </p>
            )}
            {version.pitfalls && (
              <p className="muted">
                <FormattedMessage id="indicators.pitfalls" values={{ pitfalls: label(version.pitfalls) }} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
