import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly title: ReactNode;
  /** Beside the title, in small: counts, what is missing. */
  readonly note?: ReactNode;
  /** By which an address leads to it. */
  readonly anchor?: string;
  readonly children: ReactNode;
}

/** A part of a page, with its heading. */
export function Section({ title, note, anchor, children }: SectionProps) {
  const id = useId();
  return (
    <section id={anchor} className="section" aria-labelledby={id}>
      <header className="section-header">
        <h2 id={id}>{title}</h2>
        {note && <div className="small muted">{note}</div>}
      </header>
      {children}
    </section>
  );
}
