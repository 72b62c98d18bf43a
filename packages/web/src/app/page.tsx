// A screen: what it is, one line about it, and its content.
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useShownSpace } from "./shown-space.tsx";

export interface PageProps {
  readonly title: ReactNode;
  /** The title as plain text, for the window and the printed header. */
  readonly name: string;
  readonly lead?: ReactNode;
  /** Beside the title: dates, choices. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, name, lead, aside, children }: PageProps) {
  const intl = useIntl();
  const simulated = useShownSpace() === "simulated";
  const mark = simulated ? `${intl.formatMessage({ id: "shell.simulated" })} · ` : "";
  return (
    <article className="page">
      <title>{`${mark}${name} · Iltizam`}</title>
      <header className="page-header">
        <div className="page-title">
          <h1>{title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {aside && <div className="page-aside">{aside}</div>}
      </header>
      {children}
    </article>
  );
}
